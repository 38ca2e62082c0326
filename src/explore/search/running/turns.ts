import { MessageChannel } from 'node:worker_threads';

/** Turns of the real event loop, whatever clock is in force: each lets everything run that waits for nothing. */
export class Turns {
  readonly #setImmediate: typeof setImmediate;
  #channel: MessageChannel | undefined;

  constructor(immediate: typeof setImmediate) {
    this.#setImmediate = immediate;
  }

  /** Resolves in the next turn. */
  next(): Promise<void> {
    const setImmediate = this.#setImmediate;
    if (!('clock' in setImmediate)) return new Promise((resolve) => setImmediate(resolve));
    // The library was loaded under fake timers.
    const { port1, port2 } = this.#open();
    return new Promise((resolve) => {
      port2.once('message', () => resolve());
      port1.postMessage(undefined);
    });
  }

  close(): void {
    this.#channel?.port1.close();
    this.#channel = undefined;
  }

  #open(): MessageChannel {
    this.#channel ??= new MessageChannel();
    return this.#channel;
  }
}

/** How many files, names and sockets the process waits for: as long as there are more, the clock must not go on. */
export function systemRequests(): number {
  const resources = process.getActiveResourcesInfo?.() ?? [];
  return resources.filter((name) => /^(FSReq|GetAddrInfo|TCPConnect|Zlib|PBKDF2|Scrypt)/.test(name)).length;
}
