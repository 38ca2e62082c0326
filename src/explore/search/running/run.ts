import type { JournalAttempt } from '../../../journal/attempt.js';
import { Journal } from '../../../journal/journal.js';
import { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import { Decider } from '../../choices/decider.js';
import type { Decision } from '../../choices/decision.js';
import { drive } from './drive.js';
import type { RunEnding, RunRecord } from './run-record.js';
import { TimerWatch } from './timer-watch.js';
import type { World } from './world.js';

/** The publisher under exploration. */
export interface Subject {
  readonly publish: () => unknown;
  readonly restart: (() => unknown) | undefined;
  /** Requests beyond so many are not answered. */
  readonly maxRequests: number;
}

/** One run from a fresh state, with the decisions and without any other failure. */
export async function run(
  world: World,
  subject: Subject,
  decisions: readonly Decision[],
): Promise<RunRecord> {
  const record = await runOnce(world, subject, decisions);
  const { ending } = record;
  if (ending.kind !== 'hung' || !ending.isInRealTime) return record;
  // A real timer is open, which may be the runner's: a second run shows whose it is.
  const watch = new TimerWatch();
  try {
    const { publish, restart } = subject;
    const watched = { publish: watch.watched(publish), restart: restart && watch.watched(restart) };
    const again = await runOnce(world, { ...subject, ...watched }, decisions);
    const isInRealTime = again.ending.kind === 'hung' && watch.hasSeenTimer;
    return { ...record, ending: { ...ending, isInRealTime } };
  } finally {
    watch.end();
  }
}

async function runOnce(world: World, subject: Subject, decisions: readonly Decision[]): Promise<RunRecord> {
  const { clock, sandbox, turns, systemRequests, deps } = world;
  const journal = new Journal(deps.engine.moments);
  const logicalEvents = new LogicalEvents({ journal, identify: deps.identify });
  const requests = new RequestClock(journal, () => clock.elapsed);
  const { maxRequests } = subject;
  const decider = new Decider({
    decisions,
    identityOf: (entry) => logicalEvents.identityOf(entry),
    onRequest: () => requests.arrive(),
    maxRequests,
  });
  world.substitute({ journal, plan: decider });
  clock.restart();
  sandbox.restart();
  deps.refillRetryQuotas();
  const driveDeps = {
    turns,
    systemRequests,
    clock,
    activity: () => journal.version,
    observe: () => requests.observe(),
    isDead: () => decider.isDead,
    onCrash: (error: unknown) => sandbox.unhandled.push(error),
    overrun: () => (decider.isOverrun ? `an answer to request ${maxRequests + 1}` : undefined),
  };
  let ending: RunEnding = await drive(subject.publish, driveDeps);
  let requestsBeforeRestart: number | undefined;
  if (ending.kind === 'died' && subject.restart !== undefined) {
    decider.isDead = false;
    clock.clearTimers();
    requestsBeforeRestart = journal.requests;
    ending = await drive(subject.restart, driveDeps);
  }
  return {
    decisions,
    logicalEvents,
    attempts: journal.attempts,
    strays: journal.strays,
    ending,
    arrivedAt: requests.arrivedAt,
    endedAt: requests.endedAt,
    hasCompany: requests.hasCompany,
    requestsBeforeRestart,
    logLines: sandbox.logLines,
    unhandled: sandbox.unhandled,
    virtualMs: clock.elapsed,
    unreached: decisions.filter((decision) => !decider.fired.has(decision)),
  };
}

/** When each request of a run arrived, and when the publisher knew how it ended. */
class RequestClock {
  readonly arrivedAt: number[] = [];
  readonly endedAt = new Map<JournalAttempt, number>();
  readonly hasCompany: boolean[] = [];
  readonly #journal: Journal;
  readonly #now: () => number;
  #open: JournalAttempt[] = [];

  constructor(journal: Journal, now: () => number) {
    this.#journal = journal;
    this.#now = now;
  }

  /** A request has arrived: it is the journal's last one in a moment. */
  arrive(): void {
    this.observe();
    this.arrivedAt.push(this.#now());
    const attempt = this.#journal.attempts.at(-1);
    if (attempt === undefined) return;
    this.#open.push(attempt);
    this.hasCompany.push(this.#open.length > 1);
    if (this.#open.length > 1) for (const { request } of this.#open) this.hasCompany[request - 1] = true;
  }

  observe(): void {
    if (this.#open.length === 0) return;
    this.#open = this.#open.filter((attempt) => {
      if (attempt.ending === undefined) return true;
      this.endedAt.set(attempt, this.#now());
      return false;
    });
  }
}
