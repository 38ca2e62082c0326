import { neverSentOf } from '../../assertions/checks/offered.js';
import { count } from '../../base/words/english.js';
import type { LogicalEvent } from '../../journal/logical-events/logical-event.js';
import type { RunRecord } from '../search/running/run-record.js';
import type { Expectation } from './expectation.js';
import type { RunFinding } from './run-finding.js';
import { isSurfaced } from './surfaced.js';

/** Events that no bus has at the end of a run: lost, or surfaced to the caller. */
export function losses(run: RunRecord, expectation: Expectation, method: string): RunFinding[] {
  const { ending } = run;
  const lost = run.logicalEvents.all.filter(({ received }) => received.length === 0);
  const fewer = fewerThanAsked(run, expectation);
  const neverSent = [
    ...neverSentIn(run, expectation, method),
    ...Array.from({ length: fewer }, () => undefined),
  ];
  const missing = lost.length + neverSent.length;
  if (missing === 0 || ending.kind === 'hung' || ending.kind === 'died') return [];
  const guilty = lost.map(({ sendings }) => sendings.at(-1) ?? sendings[0]);
  const events = [...lost, ...neverSent.filter((event) => event !== undefined)];
  const what =
    fewer > 0 && lost.length === 0
      ? `publish(${expectation.asked}) sends ${count(run.logicalEvents.all.length, 'event')}: ${neverSent.length} ${neverSent.length === 1 ? 'is' : 'are'} never sent`
      : describeMissing(lost.length, neverSent.length);
  const resolved = run.requestsBeforeRestart === undefined ? 'publish()' : 'restart()';
  if (ending.kind === 'rejected' || isSurfaced(ending.value, lost, neverSent, expectation, method)) {
    const how =
      ending.kind === 'rejected' ? `${resolved} rejects` : `${resolved} returns what could not be sent`;
    return [{ kind: 'surfaced', consequence: `${what}, and ${how}`, events, guilty }];
  }
  const isLogged = run.logLines > expectation.logLines;
  const silently =
    run.attempts.length === run.requestsBeforeRestart
      ? 'restart() resolves without having sent anything'
      : `${resolved} resolves as if nothing had happened`;
  return [
    {
      kind: isLogged ? 'logged-only' : 'lost',
      consequence: `${what}, ${isLogged ? `only a log line says so, and ${resolved} resolves` : `and ${silently}`}`,
      events,
      guilty,
      isFewerThanAsked: fewer > 0,
    },
  ];
}

/** How many events the run without failures sends less than `publish(count)` was asked for. */
function fewerThanAsked({ decisions, logicalEvents }: RunRecord, { asked = 0 }: Expectation): number {
  return decisions.length > 0 ? 0 : Math.max(asked - logicalEvents.all.length, 0);
}

function describeMissing(lost: number, neverSent: number): string {
  const never = `${count(neverSent, 'event')} ${neverSent === 1 ? 'is' : 'are'} never sent`;
  if (lost === 0) return never;
  const sent = `${count(lost, 'event')} ${lost === 1 ? 'is' : 'are'} lost`;
  return neverSent === 0 ? sent : `${sent} and ${never}`;
}

/** What should have been sent in this run and was not: the events of the run without failures, or what was offered. */
function neverSentIn(
  { logicalEvents }: RunRecord,
  { baseline, offered, compileMatch }: Expectation,
  method: string,
): (LogicalEvent | undefined)[] {
  if (offered !== undefined) {
    const { count: missing } = neverSentOf(offered, { logicalEvents, compileMatch }, method);
    return Array.from({ length: missing }, () => undefined);
  }
  const sent = new Map<string, number>();
  for (const { identity } of logicalEvents.all) {
    sent.set(identity, (sent.get(identity) ?? 0) + 1);
  }
  return baseline.all.filter(({ identity }) => {
    const left = sent.get(identity) ?? 0;
    sent.set(identity, left - 1);
    return left <= 0;
  });
}
