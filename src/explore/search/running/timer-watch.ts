import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import type { Subject } from './run.js';

/** Sees whether a publisher sets timers of the process itself, and not a runner beside it. It slows down every promise. */
export class TimerWatch {
  hasSeenTimer = false;
  readonly #inPublisher = new AsyncLocalStorage<true>();
  readonly #hook = createHook({
    init: (_, type) => {
      if (type === 'Timeout' && this.#inPublisher.getStore() === true) this.hasSeenTimer = true;
    },
  }).enable();

  /** The same publisher, watched. */
  watched(subject: Subject): Subject {
    const { publish, restart } = subject;
    return {
      ...subject,
      publish: () => this.#inPublisher.run(true, publish),
      restart: restart && (() => this.#inPublisher.run(true, restart)),
    };
  }

  end(): void {
    this.#hook.disable();
  }
}
