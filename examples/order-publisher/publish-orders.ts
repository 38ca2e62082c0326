import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';

export interface Order {
  readonly orderId: string;
  readonly total: number;
}

/** As most Lambda functions have it: made when the module is loaded, with no way to hand in another. */
const client = new EventBridgeClient({});

const ENTRIES_PER_REQUEST = 10;
const MOST_ROUNDS = 4;
const FIRST_WAIT_MS = 100;

/** The two codes that AWS calls worth another try; every other failure of an entry is final. */
const WORTH_ANOTHER_TRY = new Set(['InternalFailure', 'ThrottlingException']);

/** An entry that failed, and why. */
interface Failure {
  readonly entry: PutEventsRequestEntry;
  readonly code: string;
}

/** Some orders could not be published, however often they were sent. */
export class OrdersNotPublished extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(
      `${failures.length} of the orders could not be published: ${failures.map(({ code }) => code).join(', ')}`,
    );
    this.failures = failures;
  }
}

/**
 * Publishes an `OrderPlaced` for each order, ten to a request. Only entries that fail are resent, with a
 * growing wait in between.
 * @throws {OrdersNotPublished} when entries are left that failed for good
 * @throws what the SDK throws when a whole request failed after the SDK's own retries
 */
export async function publishOrders(orders: readonly Order[]): Promise<void> {
  const failures: Failure[] = [];
  for (let start = 0; start < orders.length; start += ENTRIES_PER_REQUEST) {
    const chunk = orders.slice(start, start + ENTRIES_PER_REQUEST);
    failures.push(...(await publishChunk(chunk.map(orderPlaced))));
  }
  if (failures.length > 0) throw new OrdersNotPublished(failures);
}

/** Publishes up to ten entries. @returns what failed for good */
async function publishChunk(chunk: readonly PutEventsRequestEntry[]): Promise<Failure[]> {
  const failures: Failure[] = [];
  let entries = [...chunk];
  for (let round = 1; entries.length > 0; round++) {
    const { FailedEntryCount = 0, Entries: results = [] } = await client.send(
      new PutEventsCommand({ Entries: entries }),
    );
    if (FailedEntryCount === 0) break;
    const failed = entries.flatMap((entry, index) => failureOf(entry, results[index]));
    const again = round < MOST_ROUNDS ? failed.filter(({ code }) => WORTH_ANOTHER_TRY.has(code)) : [];
    failures.push(...failed.filter((failure) => !again.includes(failure)));
    entries = again.map(({ entry }) => entry);
    if (entries.length > 0) await sleep(FIRST_WAIT_MS * 2 ** (round - 1));
  }
  return failures;
}

function failureOf(entry: PutEventsRequestEntry, { ErrorCode: code }: PutEventsResultEntry = {}): Failure[] {
  return code === undefined ? [] : [{ entry, code }];
}

function orderPlaced(order: Order): PutEventsRequestEntry {
  return { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify(order) };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
