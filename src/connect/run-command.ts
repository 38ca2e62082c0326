import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
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
 * Runs a command through the whole pipeline of a client, as its own `send` does, without calling that `send`: it may be
 * the very stub that delegates here.
 */
export async function runPipeline(client: SdkClient, command: unknown, options?: unknown): Promise<unknown> {
  if (!isCommand(command)) {
    throw wrongUse(
      `eb.send wants a command, such as new PutEventsCommand({ Entries }), not ${describeValue(command)}.${isObject(command) && 'Entries' in command ? ' For the input alone there is eb.putEvents.' : ''}`,
    );
  }
  const handler = command.resolveMiddleware(client.middlewareStack, client.config, options);
  const { output } = await handler(command);
  return output;
}

/**
 * Insists on the input of `PutEvents`. What AWS would find wrong in it is left to AWS.
 * @throws {FakeEventBridgeError} when it is no input at all
 */
export function checkInput(input: unknown): void {
  if (isObject(input) && !isCommand(input)) return;
  throw wrongUse(
    `eb.putEvents wants the input of PutEvents, such as { Entries: [...] }, not ${describeValue(input)}.${isCommand(input) ? ' For a command there is eb.send.' : ''}`,
  );
}

/** `send(command, options?, callback?)` in all its forms: with a callback nothing is returned. */
export function sendWith(
  run: (command: unknown, options: unknown) => Promise<unknown>,
  [command, optionsOrCallback, callback]: readonly unknown[],
): Promise<unknown> | undefined {
  const options = typeof optionsOrCallback === 'function' ? undefined : optionsOrCallback;
  const hear = typeof optionsOrCallback === 'function' ? optionsOrCallback : callback;
  const result = run(command, options);
  if (typeof hear !== 'function') return result;
  const callBack = hear as Callback;
  result.then(
    (output) => callBack(null, output),
    (error: unknown) => callBack(error),
  );
  return undefined;
}

function isCommand(value: unknown): value is SdkCommand {
  return isObject(value) && 'resolveMiddleware' in value && typeof value['resolveMiddleware'] === 'function';
}
