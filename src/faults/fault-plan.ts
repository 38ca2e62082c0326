import type { EventView } from '../match/event-view.js';
import type { Effect, EntryEffect, RequestEffect, TimingEffect } from './effects.js';
import type { Fault } from './fault.js';

/** A fault together with the effect that it is known to have. */
type FaultWith<E extends Effect> = Fault & { readonly effect: E };

/** The attempt that faults are asked about. */
export interface FaultedAttempt {
  /** Identity of the call: all its attempts share it. */
  readonly call: object;
  readonly events: readonly EventView[];
}

/**
 * The faults of one fake in the order of their declaration. There are three occasions to fail, and on each the first
 * unfinished fault that applies fires: when the answer is due (`timing`), when the request is taken (`request`), and
 * when an entry is (`entry`).
 */
export class FaultPlan {
  #faults: Fault[] = [];
  /** Calls of which every attempt fails, and the fault that does it. */
  #failedCalls = new WeakMap<object, FaultWith<RequestEffect>>();

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    for (const fault of this.#faults) {
      fault.removed = true;
      // Nobody is left to open it.
      if (fault.effect.level === 'timing' && fault.effect.what.kind === 'hold') fault.effect.what.gate.open();
    }
    this.#faults = [];
    this.#failedCalls = new WeakMap();
  }

  /** The delay or the hold that this attempt meets. */
  takeTiming({ events }: FaultedAttempt): FaultWith<TimingEffect> | undefined {
    if (this.#faults.length === 0) return undefined;
    const fault = this.#faults.find(
      (candidate): candidate is FaultWith<TimingEffect> =>
        candidate.effect.level === 'timing' && candidate.appliesTo(events),
    );
    if (fault !== undefined) fault.used++;
    return fault;
  }

  /** The fault that fails this attempt as a whole. One that fails a call counts once for all its attempts. */
  takeRequestFault({ call, events }: FaultedAttempt): FaultWith<RequestEffect> | undefined {
    if (this.#faults.length === 0) return undefined;
    const bound = this.#failedCalls.get(call);
    if (bound !== undefined && !bound.removed) return bound;
    const fault = this.#faults.find(
      (candidate): candidate is FaultWith<RequestEffect> =>
        candidate.effect.level === 'request' && candidate.appliesTo(events),
    );
    if (fault === undefined) return undefined;
    fault.used++;
    if (fault.effect.wholeCall) this.#failedCalls.set(call, fault);
    return fault;
  }

  /** The fault that fails this entry. */
  takeEntryFault(event: EventView, index: number): FaultWith<EntryEffect> | undefined {
    if (this.#faults.length === 0) return undefined;
    const fault = this.#faults.find(
      (candidate): candidate is FaultWith<EntryEffect> =>
        candidate.effect.level === 'entry' &&
        !candidate.finished &&
        isMeant(candidate.effect.which, event, index) &&
        candidate.appliesTo([event]),
    );
    if (fault !== undefined) fault.used++;
    return fault;
  }
}

function isMeant(which: EntryEffect['which'], event: EventView, index: number): boolean {
  if (which === 'any') return true;
  return typeof which === 'number' ? which === index : which.test(event);
}
