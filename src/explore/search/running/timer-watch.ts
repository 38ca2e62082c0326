import { AsyncLocalStorage, createHook } from 'node:async_hooks';

/** Sees whether a publisher sets timers of the process itself, and not a runner beside it. It slows down every promise. */
export class TimerWatch {
  hasSeenTimer = false;
  readonly #inPublisher = new AsyncLocalStorage<true>();
  readonly #hook = createHook({
    init: (_, type) => {
      if (type === 'Timeout' && this.#inPublisher.getStore() === true) this.hasSeenTimer = true;
    },
  }).enable();

  /** The same function, watched. */
  watched(work: () => unknown): () => unknown {
    return () => this.#inPublisher.run(true, work);
  }

  end(): void {
    this.#hook.disable();
    // Node copies an enabled storage to every new promise, which slows down the process.
    this.#inPublisher.disable();
  }
}
