import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const WORTH_ANOTHER_TRY: Readonly<Record<string, true>> = {
  InternalFailure: true,
  ThrottlingException: true,
};

/** The defect: a `!` too many. The passing errors are given up, the final ones are tried again. */
function isWorthAnotherTry(code: string): boolean {
  return !(code in WORTH_ANOTHER_TRY);
}

export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let left = [...entries];
  for (let round = 1; left.length > 0 && round <= 3; round++) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    left = left.filter((_, index) => {
      const code = results[index]?.ErrorCode;
      return code !== undefined && isWorthAnotherTry(code);
    });
  }
}
