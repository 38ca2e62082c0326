import { BEGUN_AT } from '../base/symbols.js';
import type { ContractRegistry } from '../contracts/contract-registry.js';
import type { FaultSource, FiringFault } from '../faults/fault-source.js';
import type { Gate } from '../faults/gate.js';
import type { Ending, FiredFault, JournalAttempt } from '../journal/attempt.js';
import type { Journal } from '../journal/journal.js';
import type { Deliveries } from '../rules/deliveries.js';
import type { RuleRegistry } from '../rules/rule-registry.js';
import { acceptEntry, type EventTimes } from '../service/accept-entry.js';
import { entryErrorOf } from '../service/entry-error.js';
import type { Origin } from '../service/event-bus.js';
import type { EntryError, EntryResult, Limits, PutEventsInput } from '../service/put-events-types.js';
import { SentEntry } from '../service/sent-entry.js';
import { requestErrorOf } from '../service/validation/request-error.js';
import { decodePutEvents, SerializationError } from '../wire/decode.js';
import { resultsResponse } from '../wire/encode.js';
import {
  attemptOf,
  bodyBytes,
  bodyString,
  type Origins,
  type RequestHeaders,
  type WireRequest,
} from '../wire/request.js';
import { type Answer, brokenAnswer, errorAnswer, noAnswer, tooLargeAnswer } from './answer.js';
import type { SeededNumbers } from './seeded-numbers.js';

/** The parts of the fake that a request passes through. */
export interface PutEventsDeps {
  readonly limits: Limits;
  /** The longest body that is read at all. */
  readonly maxBodyBytes: number;
  /** Names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
  readonly origins: Origins;
  readonly times: EventTimes;
  /** Milliseconds since the epoch; without it, or when it does not know, the clock that is in force. */
  readonly clock: (() => number | undefined) | undefined;
  readonly numbers: SeededNumbers;
  /** For calls that began before the last `reset()`: they must not move the sequences of the test that runs now. */
  readonly retiredNumbers: SeededNumbers;
  readonly journal: Journal;
  readonly contracts: ContractRegistry;
  readonly plan: FaultSource;
  readonly rules: RuleRegistry;
  readonly deliveries: Deliveries;
}

/** A request that was taken, and the answer that is, or will be, on its way back. */
export interface Exchange {
  /** What the journal has of it, for requests to `PutEvents`. */
  readonly attempt?: JournalAttempt;
  readonly answer: Answer | Promise<Answer>;
  /** The client has stopped waiting: its abort or its own time-out. */
  abandon?(error: Error): void;
}

/**
 * One request to `PutEvents` on its way: decode → entries → journal → contracts → timing faults → request faults →
 * service with entry faults → journal → rules → encode.
 */
export class PutEventsExchange implements Exchange {
  readonly attempt: JournalAttempt;
  readonly answer: Answer | Promise<Answer>;
  readonly #deps: PutEventsDeps;
  readonly #hostname: string;
  readonly #trace: string | undefined;
  readonly #requestId: string;
  readonly #input: PutEventsInput;
  readonly #entries: readonly SentEntry[];
  /** Ends the wait for a delayed or held answer. */
  #stopWaiting: (() => void) | undefined;

  constructor(
    deps: PutEventsDeps,
    { hostname, body, [BEGUN_AT]: begunAt }: WireRequest,
    headers: RequestHeaders,
    requestId: string,
  ) {
    const { invocationId, trace } = headers;
    this.#deps = deps;
    this.#hostname = hostname;
    this.#trace = trace;
    this.#requestId = requestId;
    const { input, refusal } = decode(body, requestId, deps.maxBodyBytes);
    this.#input = input;
    this.#entries = sentEntries(input, deps.origins.of(hostname, headers));
    this.attempt = deps.journal.recordRequest(invocationId, attemptOf(headers), this.#entries, begunAt);
    if (!deps.contracts.isEmpty && !this.#isFromEarlierLife)
      deps.contracts.check(this.#entries, this.attempt.call.number);
    this.answer = refusal === undefined ? this.#answerInTime() : this.#end(refusal);
  }

  abandon(error: Error): void {
    this.#stopWaiting?.();
    this.#end(noAnswer(error));
  }

  /** Answers at once, late, or when the test releases it. A delayed request is served first: only its answer is late. */
  #answerInTime(): Answer | Promise<Answer> {
    const { plan, journal } = this.#deps;
    const fault = this.#isFromEarlierLife ? undefined : plan.takeTiming(this.#entries, this.attempt);
    if (fault === undefined) return this.#end(this.#serve());
    const { what } = fault.effect;
    journal.recordTiming(this.attempt, { ...noteOf(fault), kind: what.kind });
    return what.kind === 'delay' ? this.#answerLate(what.milliseconds) : this.#answerWhenReleased(what.gate);
  }

  #answerLate(milliseconds: number): Promise<Answer> {
    const answer = this.#serve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(this.#end(answer)), milliseconds);
      // Nobody waits for the answer any more, and its timer would keep the process alive.
      this.#stopWaiting = () => clearTimeout(timer);
    });
  }

  async #answerWhenReleased(gate: Gate): Promise<Answer> {
    let isWaiting = true;
    const leave = () => {
      if (isWaiting) gate.leave();
      isWaiting = false;
    };
    this.#stopWaiting = leave;
    const error = await gate.enter();
    leave();
    // A client that gave up while it was held never reached EventBridge.
    const { ending } = this.attempt;
    if (ending?.kind === 'no-answer') return noAnswer(ending.error);
    return this.#end(error === undefined ? this.#serve() : errorAnswer(error, this.#requestId));
  }

  #serve(): Answer {
    const { plan, journal } = this.#deps;
    const fault = this.#isFromEarlierLife
      ? undefined
      : plan.takeRequestFault(this.attempt.call, this.#entries);
    if (fault === undefined) return this.#reachEventBridge();
    journal.recordFault(this.attempt, noteOf(fault));
    const reach = () => this.#reachEventBridge();
    return brokenAnswer(fault.effect.what, reach, this.#hostname, this.#requestId);
  }

  /** EventBridge decides about the request and each of its entries, and its rules see the events. */
  #reachEventBridge(): Answer {
    const { limits, journal, rules, deliveries } = this.#deps;
    const refusal = requestErrorOf(this.#input, limits);
    if (refusal !== undefined) return errorAnswer(refusal, this.#requestId);
    const results = this.#decide();
    journal.recordResults(this.attempt, results);
    if (!this.#isFromEarlierLife) rules.dispatch(this.#entries, deliveries);
    return { response: resultsResponse(results, this.#requestId), ending: RESULTS };
  }

  /** An entry's own error comes before a fault's; an entry without either becomes an event. */
  #decide(): EntryResult[] {
    const { limits, buses, times, clock, numbers, retiredNumbers } = this.#deps;
    const moment = {
      now: clock?.() ?? Date.now(),
      traceHeader: this.#trace,
      buses,
      times,
      nextEventId: (this.#isFromEarlierLife ? retiredNumbers : numbers).nextEventId,
    };
    return this.#entries.map((entry) => {
      const error = entryErrorOf(entry, limits) ?? this.#entryFault(entry);
      return error === undefined ? acceptEntry(entry, moment) : { error };
    });
  }

  #entryFault(entry: SentEntry): EntryError | undefined {
    const { plan, journal } = this.#deps;
    const fault = this.#isFromEarlierLife ? undefined : plan.takeEntryFault(entry);
    if (fault === undefined) return undefined;
    journal.recordEntryFault(this.attempt, entry.index, noteOf(fault));
    return fault.effect.error;
  }

  get #isFromEarlierLife(): boolean {
    return this.#deps.journal.isFromEarlierLife(this.attempt);
  }

  #end(answer: Answer): Answer {
    this.#deps.journal.recordEnding(this.attempt, answer.ending);
    for (let index = 0; index < this.#entries.length; index++) this.#entries[index]?.endRequest();
    return answer;
  }
}

/** The client received a result for each entry. */
const RESULTS: Ending = { kind: 'results' };

interface Decoded {
  /** Empty when the front end refuses the body. */
  readonly input: PutEventsInput;
  readonly refusal?: Answer;
}

/** Reads the body, unless AWS's front end refuses it. */
function decode(body: unknown, requestId: string, maxBodyBytes: number): Decoded {
  if (bodyBytes(body) > maxBodyBytes) return { input: {}, refusal: tooLargeAnswer() };
  try {
    return { input: decodePutEvents(bodyString(body)) };
  } catch (error) {
    if (!(error instanceof SerializationError)) throw error;
    const refusal = { status: 400, code: 'SerializationException', message: error.reason };
    return { input: {}, refusal: errorAnswer(refusal, requestId, error.unreadable) };
  }
}

function sentEntries({ entries = [] }: PutEventsInput, origin: Origin): readonly SentEntry[] {
  // The journal keeps the array: one that grows would have room for sixteen more.
  return entries.filter((entry) => entry !== null).map((entry, index) => new SentEntry(entry, index, origin));
}

/** What the journal keeps of a fault that fired. */
function noteOf({ declaration, site }: FiringFault): FiredFault {
  return { declaration, site };
}
