import { channel } from 'node:diagnostics_channel';
import { runInThisContext } from 'node:vm';

/** Called with what a diagnostics channel publishes. */
export type Listener = (message: unknown) => void;

/**
 * Compiled in the realm of Node's own modules, which all sandboxes of a test runner share.
 *
 * A channel holds what listens to it, and a function of a sandbox holds all of that sandbox. The sandbox would stay
 * alive if a test file ended without `restore()`. So the subscriber of a channel is of Node's realm, and holds
 * listeners weakly.
 *
 * It calls the newest first. That is the one of the test that runs, and the SDK takes an error of another sandbox for
 * something that is not an error.
 *
 * The channels themselves are kept for the life of the process, on Node's own function `channel`. Node 20 holds a
 * channel weakly. When one was collected, Node forgets the one of the same name that undici has made since. Whoever
 * subscribes then hears nothing of `fetch`.
 */
const subscribeInNodesRealm: (channel: object, listener: Listener, holder: object) => () => void =
  runInThisContext(`
  (channel, listener, holder) => {
    const key = Symbol.for('fake-eventbridge.network-guards');
    if (holder[key] === undefined) Object.defineProperty(holder, key, { value: new Map() });
    const channels = holder[key];
    const guards = channels.get(channel) ?? { references: [], subscriber: undefined };
    const remove = (reference) => {
      guards.references = guards.references.filter((each) => each !== reference);
      if (guards.references.length > 0 || guards.subscriber === undefined) return;
      channel.unsubscribe(guards.subscriber);
      guards.subscriber = undefined;
    };
    if (guards.subscriber === undefined) {
      guards.subscriber = (message) => {
        for (const reference of guards.references) {
          const listener = reference.deref();
          if (listener === undefined) remove(reference);
          else listener(message);
        }
      };
      channels.set(channel, guards);
      channel.subscribe(guards.subscriber);
    }
    const reference = new WeakRef(listener);
    guards.references = [reference, ...guards.references];
    return () => remove(reference);
  }
`);

/**
 * Listens to one of Node's diagnostics channels.
 * @param listener held weakly: keep it as long as it shall be called
 * @returns a function that stops listening
 */
export function subscribe(name: string, listener: Listener): () => void {
  return subscribeInNodesRealm(channel(name), listener, channel);
}
