import { setRealImmediate } from '../base/runtime/real-timers.js';

/** The calls that have begun and not ended: sends of connected clients, and requests that are held or delayed. */
export class InFlightCalls {
  readonly #calls = new Set<object>();
  readonly all: ReadonlySet<object> = this.#calls;
  #waiting: (() => void)[] = [];

  /** @param call its identity, for `end` */
  begin(call: object): void {
    this.#calls.add(call);
  }

  end(call: object): void {
    if (this.#calls.delete(call) && this.#calls.size === 0) this.#wake();
  }

  /** What is in flight belongs to an earlier test. */
  forget(): void {
    this.#calls.clear();
    this.#wake();
  }

  /**
   * Resolves when no call is in flight. Code that is about to make its first or its next call gets one turn of the event
   * loop to do so.
   */
  async settled(): Promise<void> {
    for (;;) {
      await new Promise<void>((resolve) => setRealImmediate(resolve));
      if (this.#calls.size === 0) return;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
