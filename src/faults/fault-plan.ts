import type { SentEntry } from '../service/sent-entry.js';
import type { Effect, EntryEffect, RequestEffect, TimingEffect } from './effects.js';
import { type Fault, RESET } from './fault.js';
import type { FaultSource } from './fault-source.js';

/**
 * The faults of one fake in the order of their declaration. There are three occasions to fail: when the answer is due
 * (`timing`), when the request is taken (`request`), and when an entry is (`entry`). On each, the first unfinished
 * fault that applies fires.
 */
export class FaultPlan implements FaultSource {
  #faults: Fault[] = [];
  #requests = 0;
  /** The faults that may still fire, by occasion: a test may declare very many and use them up one by one. */
  #timing: Fault<TimingEffect>[] = [];
  #request: Fault<RequestEffect>[] = [];
  #entry: Fault<EntryEffect>[] = [];
  /** Calls of which every attempt fails, and the fault that does it. */
  #failedCalls: WeakMap<object, Fault<RequestEffect>> | undefined;

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  add(fault: Fault): void {
    this.#faults.push(fault);
    fault.requestsBefore = this.#requests;
    if (fails(fault, 'timing')) this.#timing.push(fault);
    else if (fails(fault, 'request')) this.#request.push(fault);
    else if (fails(fault, 'entry')) this.#entry.push(fault);
  }

  clear(): void {
    for (const fault of this.#faults) {
      fault.removedBy = RESET;
      if (fault.effect.level === 'timing' && fault.effect.what.kind === 'hold')
        fault.effect.what.gate.abandon('eb.reset() removed the hold');
    }
    this.#faults = [];
    this.#timing = [];
    this.#request = [];
    this.#entry = [];
    this.#failedCalls = undefined;
  }

  /** How many requests have come in since a fault was declared. */
  requestsSince({ requestsBefore }: Fault): number {
    return this.#requests - requestsBefore;
  }

  /** The delay or the hold of this request. */
  takeTiming(entries: readonly SentEntry[]): Fault<TimingEffect> | undefined {
    this.#requests++;
    if (this.#timing.length === 0) return undefined;
    return take(this.#timing, (fault) => fault.appliesTo(entries));
  }

  /**
   * The fault that fails this request as a whole. One that fails a call counts once for all its attempts.
   * @param call identity of the call: all its attempts share it
   */
  takeRequestFault(call: object, entries: readonly SentEntry[]): Fault<RequestEffect> | undefined {
    const bound = this.#failedCalls?.get(call);
    if (bound !== undefined && bound.removedBy === undefined) return bound;
    if (this.#request.length === 0) return undefined;
    const fault = take(this.#request, (candidate) => candidate.appliesTo(entries));
    if (fault?.effect.wholeCall) {
      this.#failedCalls ??= new WeakMap();
      this.#failedCalls.set(call, fault);
    }
    return fault;
  }

  /** The fault that fails this entry. */
  takeEntryFault(entry: SentEntry): Fault<EntryEffect> | undefined {
    if (this.#entry.length === 0) return undefined;
    return take(this.#entry, (fault) => fault.failsEntry(entry));
  }
}

function fails<Level extends Effect['level']>(
  fault: Fault,
  level: Level,
): fault is Fault<Extract<Effect, { level: Level }>> {
  return fault.effect.level === level;
}

/** The first fault that applies. Those before it that are used up go: mostly the first ones are used up first. */
function take<E extends Effect>(
  faults: Fault<E>[],
  applies: (fault: Fault<E>) => boolean,
): Fault<E> | undefined {
  const finished = faults.findIndex(({ isFinished }) => !isFinished);
  if (finished !== 0) faults.splice(0, finished < 0 ? faults.length : finished);
  const fault = faults.find(applies);
  if (fault !== undefined) fault.used++;
  return fault;
}
