import type { Effect, EntryEffect, RequestEffect, TimingEffect } from '../../faults/effects.js';
import type { ArrivingRequest, FaultSource, FiringFault } from '../../faults/fault-source.js';
import { Gate } from '../../faults/gate.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { Decision } from './decision.js';
import { isAtPosition } from './positions.js';

/** The longest delay of a timer: the virtual clock is put back long before. */
const NEVER_MS = 2 ** 31 - 1;

/** What a run needs to know of each request before it is decided about. */
export interface DeciderOptions {
  readonly decisions: readonly Decision[];
  readonly identityOf: (entry: SentEntry) => string;
  readonly onRequest: (request: ArrivingRequest, entries: readonly SentEntry[]) => void;
  /** Requests beyond so many are not answered: a publisher that never ends would never let go of the process. */
  readonly maxRequests: number;
}

/** Makes the decisions of one run happen, and nothing else. */
export class Decider implements FaultSource {
  /** The decisions that had an effect. */
  readonly fired = new Set<Decision>();
  /** Whether the process has died: nothing is answered any more, until it is started again. */
  isDead = false;
  isOverrun = false;
  readonly #options: DeciderOptions;
  readonly #calls = new Map<Decision, object>();
  readonly #identities = new Map<Decision, Set<string>>();
  #request: ArrivingRequest = { request: 0, number: 0, call: {} };
  #entries: readonly SentEntry[] = [];

  constructor(options: DeciderOptions) {
    this.#options = options;
  }

  takeTiming(entries: readonly SentEntry[], request: ArrivingRequest): FiringFault<TimingEffect> | undefined {
    this.#request = request;
    this.#entries = entries;
    this.#options.onRequest(request, entries);
    this.isOverrun ||= request.request > this.#options.maxRequests;
    if (this.isDead || this.isOverrun) return heldForEver();
    for (const decision of this.#options.decisions) {
      const { effect, declaration } = decision.failure;
      if ((effect.level !== 'timing' && effect.level !== 'process') || !this.#isDue(decision)) continue;
      this.fired.add(decision);
      if (effect.level === 'timing') return firing({ ...effect }, declaration);
      this.isDead = true;
      if (effect.dies === 'before') return heldForEver();
      return firing({ level: 'timing', what: { kind: 'delay', milliseconds: NEVER_MS } }, 'the process dies');
    }
    return undefined;
  }

  takeRequestFault(): FiringFault<RequestEffect> | undefined {
    for (const decision of this.#options.decisions) {
      const { effect, declaration } = decision.failure;
      if (effect.level !== 'request' || !this.#isDue(decision)) continue;
      this.fired.add(decision);
      return firing({ ...effect, wholeCall: decision.repeat === 'call' }, declaration);
    }
    return undefined;
  }

  takeEntryFault(entry: SentEntry): FiringFault<EntryEffect> | undefined {
    for (const decision of this.#options.decisions) {
      const { effect, declaration } = decision.failure;
      if (effect.level !== 'entry' || !this.#failsEntry(decision, entry)) continue;
      this.fired.add(decision);
      const { index } = entry;
      return firing({ ...effect, which: index }, `failEntry(${index}, ${declaration})`);
    }
    return undefined;
  }

  /** Whether a failure of a whole request hits the one that has arrived. */
  #isDue(decision: Decision): boolean {
    const { request, call } = this.#request;
    if (decision.request === request && decision.repeat === 'call') this.#calls.set(decision, call);
    switch (decision.repeat) {
      case 'once':
        return decision.request === request;
      case 'call':
        return this.#calls.get(decision) === call;
      case 'always':
        return request >= decision.request;
    }
  }

  #failsEntry(decision: Decision, entry: SentEntry): boolean {
    const { request } = this.#request;
    if (request < decision.request) return false;
    if (request === decision.request) {
      if (!isAtPosition(entry.index, decision.position, this.#entries.length)) return false;
      if (decision.repeat === 'always') this.#remember(decision, entry);
      return true;
    }
    return (
      decision.repeat === 'always' &&
      (this.#identities.get(decision)?.has(this.#options.identityOf(entry)) ?? false)
    );
  }

  #remember(decision: Decision, entry: SentEntry): void {
    const identities = this.#identities.get(decision) ?? new Set();
    identities.add(this.#options.identityOf(entry));
    this.#identities.set(decision, identities);
  }
}

function heldForEver(): FiringFault<TimingEffect> {
  return firing({ level: 'timing', what: { kind: 'hold', gate: new Gate() } }, 'never answered');
}

function firing<E extends Effect>(effect: E, declaration: string): FiringFault<E> {
  return { effect, declaration, site: undefined };
}
