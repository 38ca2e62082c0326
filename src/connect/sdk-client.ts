import { FakeEventBridgeError } from '../base/errors.js';
import { describeClient, describeMock, UNMOCK } from './describe-client.js';

/**
 * What the library uses of an SDK client. Written down here, and not taken from Smithy's types, so that clients of
 * every SDK version fit.
 */
export interface SdkClient {
  readonly config: Record<string, unknown>;
  readonly middlewareStack: MiddlewareStack;
  send(...args: never[]): unknown;
}

interface MiddlewareStack {
  add(middleware: unknown, options: object): void;
  remove(name: string): boolean;
}

/** A client as a user hands it over: of any version of the SDK, whatever the types of its configuration. */
export interface AnySdkClient {
  readonly config: object;
  readonly middlewareStack: object;
  send(...args: never[]): unknown;
}

/** A class of such clients: `EventBridgeClient`, its subclass `EventBridge`, `CloudWatchEventsClient`. */
export interface SdkClientClass {
  readonly prototype: { send(...args: never[]): unknown };
}

/**
 * Whether a value is a client of an AWS SDK v3, of whatever service.
 * @internal
 */
export function isSdkClient(value: unknown): value is SdkClient {
  return (
    typeof value === 'object' &&
    value !== null &&
    'config' in value &&
    typeof value.config === 'object' &&
    value.config !== null &&
    'middlewareStack' in value &&
    typeof value.middlewareStack === 'object' &&
    'send' in value &&
    typeof value.send === 'function'
  );
}

/**
 * Insists on a client of EventBridge (or of CloudWatch Events, the same service under its old name).
 * @throws {FakeEventBridgeError} with `ERR_NOT_A_CLIENT`
 * @internal
 */
export function eventBridgeClient(value: unknown, method: string): SdkClient {
  if (!isSdkClient(value)) {
    const isClass = typeof value === 'function' && ancestorNames(value).includes('EventBridgeClient');
    const hint = isClass ? ' To connect all clients of a class, use eb.install(EventBridgeClient).' : '';
    throw notAClient(
      `${method} takes a client, such as new EventBridgeClient({}), not ${describeClient(value)}.${hint}`,
    );
  }
  const serviceId: unknown = value.config['serviceId'];
  if (serviceId !== 'EventBridge' && serviceId !== 'CloudWatch Events') {
    throw notAClient(
      `${method} takes a client of EventBridge, not one of ${typeof serviceId === 'string' ? serviceId : 'another service'}: the fake serves EventBridge alone.`,
    );
  }
  return value;
}

/**
 * Insists that the SDK is not mocked where the fake itself makes a client.
 * @throws {FakeEventBridgeError} with `ERR_NOT_A_CLIENT`
 * @internal
 */
export function realClient(made: unknown, method: string): SdkClient {
  if (!isSdkClient(made))
    throw notAClient(`${method} created a client and got ${describeClient(made)}. ${UNMOCK}`);
  return eventBridgeClient(made, method);
}

/**
 * Insists on a class of EventBridge clients. Only an instance shows its service, so a class without any known class
 * among its ancestors is accepted, and its instances are checked.
 * @internal
 */
export function eventBridgeClientClass(value: unknown, method: string): SdkClientClass {
  if (typeof value !== 'function') {
    const hint = isSdkClient(value) ? ' To connect a single client, use eb.attach(client).' : '';
    throw notAClient(`${method} takes the class EventBridgeClient, not ${describeClient(value)}.${hint}`);
  }
  if (describeMock(value) !== undefined) {
    throw notAClient(`${method} takes the class EventBridgeClient, not ${describeMock(value)}. ${UNMOCK}`);
  }
  const prototype: unknown = value.prototype;
  const names = ancestorNames(value);
  const known = names.includes('EventBridgeClient') || names.includes('CloudWatchEventsClient');
  if (
    typeof prototype !== 'object' ||
    prototype === null ||
    // A publisher of the user's own has `send` too.
    !('send' in prototype && 'destroy' in prototype) ||
    names.includes('Command')
  ) {
    const hint = value.name.endsWith('Command')
      ? ' A command is what a client sends: pass the class of the client.'
      : '';
    throw notAClient(`${method} takes the class EventBridgeClient, not ${describeClient(value)}.${hint}`);
  }
  if (!known && names.some((name) => name.endsWith('Client') && name !== 'Client')) {
    throw notAClient(
      `${method} takes the class EventBridgeClient, not ${value.name}: the fake serves EventBridge alone.`,
    );
  }
  return value as unknown as SdkClientClass;
}

function ancestorNames(clientClass: object): string[] {
  const names: string[] = [];
  for (let at: unknown = clientClass; typeof at === 'function'; at = Object.getPrototypeOf(at))
    names.push(at.name);
  return names;
}

function notAClient(message: string): FakeEventBridgeError {
  return new FakeEventBridgeError('ERR_NOT_A_CLIENT', message);
}
