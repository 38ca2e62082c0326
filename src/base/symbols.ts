/**
 * The symbols that mark the library's objects. They are registered, so that an object of another copy of the package is
 * recognised. A copy is the other module format, or was loaded before `jest.resetModules()`.
 */
export const ERROR: unique symbol = Symbol.for('fake-eventbridge.error');
export const ASSERTION_ERROR: unique symbol = Symbol.for('fake-eventbridge.assertion-error');
/** On what `pattern({…})` makes. */
export const PATTERN: unique symbol = Symbol.for('fake-eventbridge.pattern');
/** On a fake: its engine, for the entries of the package that serve it another way. */
export const ENGINE: unique symbol = Symbol.for('fake-eventbridge.engine');
/** On a fake, or the view of one bus: the function that evaluates assertions about it, for the matchers. */
export const EVALUATE: unique symbol = Symbol.for('fake-eventbridge.evaluate');
/** On a replaced `send`, and on the request handler of a connected client: the fake it is connected to, and since when. */
export const CONNECTED: unique symbol = Symbol.for('fake-eventbridge.connected');
/** On a fake: connects and disconnects a class, for the set-ups of test runners. */
export const CLASS_CONNECTION: unique symbol = Symbol.for('fake-eventbridge.class-connection');
/** On a request, and the context of its call: the moment at which the call began. */
export const BEGUN_AT: unique symbol = Symbol.for('fake-eventbridge.begun-at');
/** On the global object: a promise that resolves when the exploration that was started last is over. */
export const LAST_EXPLORATION: unique symbol = Symbol.for('fake-eventbridge.last-exploration');
/** On the report of an exploration: why it is not safe, for a matcher to print. */
export const FAILING_TEXT: unique symbol = Symbol.for('fake-eventbridge.failing-text');
/** On the global object: the runner whose set-up was called last. */
export const RUNNER: unique symbol = Symbol.for('fake-eventbridge.runner');
/** On the global object: the set-ups in force, by the class that they connect. */
export const SETUPS: unique symbol = Symbol.for('fake-eventbridge.setups');

/** In a runner's sandbox on Node 20 the well-known symbol is missing; tools agree on this one instead. */
export const DISPOSE: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');
export const ASYNC_DISPOSE: typeof Symbol.asyncDispose =
  Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose');
