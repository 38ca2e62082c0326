import type { RequestEffect } from '../faults/effects.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import type { RequestError } from '../faults/request-errors.js';
import type { JournalAttempt } from '../journal/attempt.js';
import type { Journal, RulesMatching } from '../journal/journal.js';
import { EntryView } from '../match/entry-view.js';
import { busName } from '../service/event-bus.js';
import { putEvents } from '../service/put-events.js';
import type {
  EntryError,
  PutEventsEntry,
  PutEventsInput,
  ServiceContext,
} from '../service/put-events-types.js';
import { bodyBytes, bodyText, headerOf, type WireRequest } from '../wire/http.js';
import { SerializationError } from '../wire/members.js';
import { invocationIdOf, signedRegionOf } from '../wire/operation.js';
import { readPutEvents } from '../wire/put-events-request.js';
import { type Answer, brokenAnswer, errorAnswer, noAnswer, resultsAnswer, tooLargeAnswer } from './answer.js';

/** What an exchange needs of the fake it belongs to. */
export interface ExchangeDeps {
  readonly journal: Journal;
  readonly plan: FaultPlan;
  /** The service's settings, but for what belongs to a single request. */
  readonly service: Omit<ServiceContext, 'now' | 'traceHeader' | 'failureOf'>;
  readonly now: () => number;
  readonly rulesMatching: RulesMatching;
}

/** A request that was taken, and the answer that is, or will be, on its way back. */
export interface Exchange {
  /** The journal's entry, for requests to `PutEvents`. */
  readonly attempt?: JournalAttempt;
  readonly answer: Answer | Promise<Answer>;
  /** The sender has stopped waiting: its abort or its own time-out. */
  abandon?(error: Error): void;
}

/**
 * A body this many times the limit is cut off by AWS's front end with an empty 413. Where that happens since the limit
 * was raised is not known; a request within the limit cannot reach this size, even if each of its bytes is escaped.
 */
const FAR_BEYOND = 10;

/** What the limit does not count, at most: names of members and of buses, trace headers. It matters to tiny limits. */
const UNCOUNTED_BYTES_PER_ENTRY = 4096;

/** One request to `PutEvents` on its way through faults, service and journal. */
export class PutEventsExchange implements Exchange {
  readonly attempt: JournalAttempt;
  readonly answer: Answer | Promise<Answer>;
  readonly #with: ExchangeDeps;
  readonly #request: WireRequest;
  readonly #requestId: string;
  readonly #invocationId: string | undefined;
  readonly #region: string;
  #views: readonly EntryView[] | undefined;
  /** What a delayed answer waits for. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: ExchangeDeps, request: WireRequest, requestId: string) {
    this.#with = deps;
    this.#request = request;
    this.#requestId = requestId;
    this.#invocationId = invocationIdOf(request);
    this.#region = signedRegionOf(request) ?? deps.service.region;
    const read = this.#read();
    const entries = 'input' in read ? (read.input.entries ?? []).filter((entry) => entry !== null) : [];
    this.attempt = deps.journal.begin(this.#invocationId, entries, this.#region);
    this.answer = 'input' in read ? this.#answerInTime(read.input) : this.#end(read.answer);
  }

  abandon(error: Error): void {
    // Nobody is left to hear a delayed answer, and its timer would keep the process alive.
    clearTimeout(this.#timer);
    this.#end(noAnswer(error));
  }

  #read(): { readonly input: PutEventsInput } | { readonly answer: Answer } {
    const { maxRequestBytes, maxEntries } = this.#with.service.limits;
    const farBeyond = FAR_BEYOND * maxRequestBytes + UNCOUNTED_BYTES_PER_ENTRY * maxEntries;
    if (bodyBytes(this.#request.body) > farBeyond) return { answer: tooLargeAnswer() };
    try {
      return { input: readPutEvents(bodyText(this.#request.body)) };
    } catch (error) {
      if (!(error instanceof SerializationError)) throw error;
      return { answer: this.#refuse({ status: 400, code: 'SerializationException', message: error.reason }) };
    }
  }

  /** Answers at once, after a delay, or when the test says so. A delayed request is served first: its answer is late. */
  #answerInTime(input: PutEventsInput): Answer | Promise<Answer> {
    const timing = this.#with.plan.takeTiming({ call: this.attempt.call, events: this.#eventViews() });
    if (timing === undefined) return this.#end(this.#serve(input));
    this.attempt.timing = timing;
    const { what } = timing.effect;
    if (what.kind === 'delay') {
      const answer = this.#serve(input);
      return new Promise((resolve) => {
        // Looked up now, so that faked timers are the ones in force.
        this.#timer = setTimeout(() => resolve(this.#end(answer)), what.milliseconds);
      });
    }
    return what.gate.pass().then((error) => {
      // Whoever gave up while it was held never reached EventBridge, and hears nothing of this answer.
      if (this.attempt.ending?.kind === 'no-answer') return noAnswer(this.attempt.ending.error);
      return this.#end(error === undefined ? this.#serve(input) : this.#refuse(error));
    });
  }

  #serve(input: PutEventsInput): Answer {
    const fault = this.#with.plan.takeRequestFault({ call: this.attempt.call, events: this.#eventViews() });
    this.attempt.fault = fault;
    return fault === undefined ? this.#ask(input) : this.#break(fault.effect.what, input);
  }

  #break(what: RequestEffect['what'], input: PutEventsInput): Answer {
    if (what.kind === 'error') return this.#refuse(what.error);
    return brokenAnswer(what, () => this.#ask(input), this.#request.hostname, this.#requestId);
  }

  /** Lets the service decide, and writes down what it decided. */
  #ask(input: PutEventsInput): Answer {
    const { service, journal, now, rulesMatching } = this.#with;
    // Member by member: spreading the settings cost a tenth of the whole exchange.
    const outcome = putEvents(input, {
      account: service.account,
      limits: service.limits,
      buses: service.buses,
      nextEventId: service.nextEventId,
      region: this.#region,
      now: now(),
      traceHeader: headerOf(this.#request.headers, 'x-amzn-trace-id'),
      failureOf: (entry, index) => this.#entryFailure(entry, index),
    });
    if (outcome.refusal !== undefined) return this.#refuse(outcome.refusal);
    journal.settle(this.attempt, outcome.outcomes, rulesMatching);
    return resultsAnswer(outcome.outcomes, this.#requestId);
  }

  #entryFailure(entry: PutEventsEntry, index: number): EntryError | undefined {
    const view = this.#eventViews()[index];
    if (view === undefined) return undefined;
    const fault = this.#with.plan.takeEntryFault(view, index);
    if (fault === undefined) return undefined;
    this.attempt.entryFaults ??= new Map();
    this.attempt.entryFaults.set(entry, fault);
    return fault.effect.error;
  }

  #refuse(error: {
    readonly status: number;
    readonly code: string;
    readonly message?: string | undefined;
  }): Answer {
    const { status, code, message } = error;
    const refusal: RequestError = { status, code, message };
    return errorAnswer(refusal, this.#requestId);
  }

  /** Writes down how the attempt ended; what ended already, by its sender's impatience, stays so. */
  #end(answer: Answer): Answer {
    if (answer.ending !== undefined && this.attempt.ending === undefined) {
      this.#with.journal.end(this.attempt, answer.ending, this.#invocationId);
    }
    return answer;
  }

  /** The entries as events, made only where there are faults that may want to look at them. */
  #eventViews(): readonly EntryView[] {
    if (this.#with.plan.faults.length === 0) return NO_VIEWS;
    this.#views ??= this.attempt.entries.map(
      (entry) => new EntryView(entry, busName(entry.EventBusName, this.#region, this.#with.service.account)),
    );
    return this.#views;
  }
}

const NO_VIEWS: readonly EntryView[] = [];
