import { count } from '../../base/english.js';
import { wrongUse } from '../../base/errors.js';
import { nearestName } from '../../base/suggestion.js';
import { explain } from '../../pattern/explain/explain.js';
import type { Rule } from '../../rules/rule.js';
import { envelopeJson } from '../../service/envelope.js';
import { isOnBus } from '../../service/event-bus.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import type { Verdict } from '../report/report.js';

const MOST_SHOWN = 3;

/** Every published event matched at least one of the declared rules. */
export function routed({ journal, rules: { rules }, buses }: AssertionContext, method: string): Verdict {
  if (rules.length === 0) {
    throw wrongUse(
      `${method}: no rule is declared, so no event could match one. Declare them with eb.rule or eb.rulesFrom, before what publishes runs and after eb.reset().`,
    );
  }
  const unrouted = journal.events.flatMap((event, index) =>
    event.matchedRules.length === 0 ? [{ event, number: index + 1 }] : [],
  );
  const shown = unrouted.slice(0, MOST_SHOWN);
  const { dropped } = journal;
  const unseen = unrouted.length + dropped.length;
  return {
    holds: unseen === 0,
    report: (negated) => ({
      summary: negated
        ? 'Expected an event that no rule sees, but every one matched a rule.'
        : `Expected every event to match ${rules.length === 1 ? 'the only rule' : `one of the ${rules.length} rules`}, but ${count(unseen, 'event does', 'events do')} not: in AWS ${unseen === 1 ? 'it is' : 'they are'} lost without a word.`,
      next: negated
        ? 'eb.ruleCoverage() tells which events each rule has matched.'
        : unrouted.length === 0
          ? 'Mend the name of the bus; a bus that is missing is declared with the option `buses`.'
          : 'Mend the event or the pattern of the rule; a rule that is missing is declared with eb.rule or eb.rulesFrom.',
      ...(!negated && {
        ...(unrouted.length > 0 && {
          events: {
            label: 'Seen by no rule:',
            shown: shown.map(({ event, number }) => ({ event, number, isMeant: false, differences: [] })),
            more: unrouted.length - shown.length,
          },
        }),
        notes: [
          ...shown.map(({ event, number }) => nearestRule(number, event, rules)),
          ...[...new Set(dropped.map(({ bus }) => bus))].map((bus) => lostOn(bus, dropped, buses)),
        ],
      }),
    }),
  };
}

/** Events to a bus that does not exist reach no rule either. */
function lostOn(
  bus: string,
  dropped: readonly { readonly bus: string }[],
  buses: ReadonlySet<string> | undefined,
): string {
  const meant = nearestName(bus, ['default', ...(buses ?? [])]);
  const lost = count(
    dropped.filter((event) => event.bus === bus).length,
    'event was accepted and dropped',
    'events were accepted and dropped',
  );
  return `${lost}: there is no bus "${bus}".${meant === undefined ? '' : ` Was "${meant}" meant?`}`;
}

/** The rule that comes nearest to an event, and why it does not match. */
function nearestRule(number: number, event: SentEntry, rules: readonly Rule[]): string {
  const { bus, eventRecord } = event;
  const envelope = envelopeJson(eventRecord.envelope, eventRecord.detailJson);
  const onBus = rules.filter((rule) => isOnBus(event, rule.bus));
  if (onBus.length === 0) {
    const elsewhere = rules.find(({ pattern }) => pattern.matchesText(envelope));
    const hint =
      elsewhere === undefined
        ? ''
        : ` The rule "${elsewhere.name}" would match it, and is on the bus ${elsewhere.bus}.`;
    return `Event ${number}: there is no rule on the bus ${bus}.${hint}`;
  }
  const explained = onBus.map((rule) => ({ rule, why: explain(rule.pattern.text, envelope) }));
  const nearest = explained.reduce((best, next) =>
    next.why.fields.length < best.why.fields.length ? next : best,
  );
  const lines = String(nearest.why)
    .split('\n')
    .map((line) => `  ${line}`);
  return [
    `Event ${number}: the nearest rule is "${nearest.rule.name}", which does not match:`,
    ...lines,
  ].join('\n');
}
