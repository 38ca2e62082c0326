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

/** Files, names and sockets that the process waits for: as long as there are any, the clock must not go on. */
export class SystemRequests {
  /** What stays open all the time: that of a runner. */
  #background = 0;

  /** Whether the process waits for one. */
  get areOpen(): boolean {
    const open = openRequests();
    this.#background = Math.min(this.#background, open);
    return open > this.#background;
  }

  /** Those that are open now have been open for so long that they are not the publisher's. */
  ignoreOpen(): void {
    this.#background = openRequests();
  }
}

/** Whether there are timers of the process itself, which a clock of the runs does not have: the runner has some too. */
export function areRealTimersOpen(): boolean {
  return openResources().includes('Timeout');
}

/** Node's names of what ends by itself: requests to the file system and to resolvers, connections, jobs of `crypto`. */
const SYSTEM_REQUEST = /Req(Wrap|Promise|Callback)?$|Job$|^(TCP|Pipe)ConnectWrap$|^Zlib$/;

function openRequests(): number {
  return openResources().filter((name) => SYSTEM_REQUEST.test(name)).length;
}

function openResources(): readonly string[] {
  return process.getActiveResourcesInfo?.() ?? [];
}
