import type { PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import type { SdkClient } from './sdk-client.js';

/** What the library uses of an SDK command. */
interface SdkCommand {
  resolveMiddleware(
    stack: object,
    config: object,
    options: unknown,
  ): (command: unknown) => Promise<{ output: unknown }>;
}

type Callback = (error: unknown, output?: unknown) => void;

/**
 * Runs a command through the whole pipeline of a client, as its own `send` does. It does not call that `send`, which
 * may be the very stub that delegates here.
 */
export async function runPipeline(client: SdkClient, command: unknown, options?: unknown): Promise<unknown> {
  if (!isCommand(command)) {
    throw wrongUse(
      `eb.send takes a command, such as new PutEventsCommand({ Entries }), not ${describeValue(command)}.${isObject(command) && 'Entries' in command ? ' To pass the input alone, use eb.putEvents.' : ''}`,
    );
  }
  const handler = command.resolveMiddleware(client.middlewareStack, client.config, options);
  const { output } = await handler(command);
  return output;
}

/**
 * Insists on an input of `PutEvents`. What AWS would reject in it is left to AWS.
 * @throws {FakeEventBridgeError} when it is not an input at all
 */
export function checkInput(input: unknown): PutEventsCommandInput {
  // What its properties are is for AWS to judge.
  if (isObject(input) && !isCommand(input)) return input as unknown as PutEventsCommandInput;
  throw wrongUse(
    `eb.putEvents takes the input of PutEvents, such as { Entries: [...] }, not ${describeValue(input)}.${isCommand(input) ? ' To pass a command, use eb.send.' : ''}`,
  );
}

/** `send(command, options?, callback?)` in all its forms: with a callback nothing is returned. */
export function sendWith(
  run: (command: unknown, options: unknown) => Promise<unknown>,
  [command, optionsOrCallback, callback]: readonly unknown[],
): Promise<unknown> | undefined {
  const options = typeof optionsOrCallback === 'function' ? undefined : optionsOrCallback;
  const given = typeof optionsOrCallback === 'function' ? optionsOrCallback : callback;
  const result = run(command, options);
  if (typeof given !== 'function') return result;
  const callBack = given as Callback;
  result.then(
    (output) => callBack(null, output),
    (error: unknown) => callBack(error),
  );
  return undefined;
}

function isCommand(value: unknown): value is SdkCommand {
  return isObject(value) && 'resolveMiddleware' in value && typeof value['resolveMiddleware'] === 'function';
}
