import { wrongUse } from '../../base/errors.js';
import { count } from '../../base/words/english.js';
import { explain } from '../../pattern/explain/explain.js';
import type { Rule } from '../../rules/rule.js';
import { envelopeJson } from '../../service/envelope.js';
import { isOnBus } from '../../service/event-bus.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import type { Cause } from '../diagnosis/cause.js';
import { unknownBus } from '../diagnosis/missing-event-causes.js';
import { linesOf } from '../report/lines.js';
import { listedEvents } from '../report/listed-events.js';
import type { Verdict } from '../report/report.js';
import { MAX_LISTED } from '../report-constants.js';

const RULE_FIX =
  'Fix the event or the pattern of the rule, or declare the missing rule with eb.rule or eb.rulesFrom.';

/** Every published event matched at least one of the declared rules. */
export function routed(context: AssertionContext, _: readonly unknown[], method: string): Verdict {
  const {
    journal,
    rules: { rules },
  } = context;
  if (rules.length === 0) {
    throw wrongUse(
      `${method}: no rule is declared. Declare the rules with eb.rule or eb.rulesFrom, after eb.reset() and before the code under test runs.`,
    );
  }
  const unrouted = journal.events.flatMap((event, index) =>
    event.matchedRules.length === 0 ? [{ event, index }] : [],
  );
  const { dropped } = journal;
  const number = unrouted.length + dropped.length;
  return {
    holds: number === 0,
    report: (negated) => {
      if (negated)
        return {
          summary: 'Expected an event that matches no rule, but every event matched one.',
          next: 'See which rule matched which events with console.log(eb.ruleCoverage()).',
        };
      return {
        summary: `Expected every event to match a rule, but ${count(number, 'event matches', 'events match')} none. EventBridge discards ${number === 1 ? 'it' : 'them'} without an error.`,
        causes: [
          ...unrouted.slice(0, MAX_LISTED).map(({ event, index }) => nearestRule(index, event, rules)),
          ...[...new Set(dropped.map(({ bus }) => bus))].map((bus) => droppedOn(bus, context)),
        ],
        ...(unrouted.length > 0 && {
          events: listedEvents(
            'Received, matching no rule:',
            context,
            unrouted.map(({ index }) => index),
          ),
        }),
      };
    },
  };
}

/** Events to a bus that does not exist reach no rule either. */
function droppedOn(bus: string, { journal, buses }: AssertionContext): Cause {
  const events = journal.dropped.filter((event) => event.bus === bus);
  return unknownBus(bus, count(events.length, 'event'), events, buses);
}

/** The rule that comes nearest to an event, and why it does not match. */
function nearestRule(index: number, event: SentEntry, rules: readonly Rule[]): Cause {
  const { bus, eventRecord } = event;
  const envelope = envelopeJson(eventRecord.envelope, eventRecord.detailJson);
  const onBus = rules.filter((rule) => isOnBus(event, rule.bus));
  if (onBus.length === 0) {
    const elsewhere = rules.find(({ pattern }) => pattern.matchesText(envelope));
    const hint =
      elsewhere === undefined
        ? ''
        : ` The pattern of the rule "${elsewhere.name}" matches, but that rule is on the bus "${elsewhere.bus}".`;
    return {
      code: 'no-rule-on-bus',
      text: `eb.events[${index}] is on the bus "${bus}", which has no rule.${hint}`,
      fix: 'Correct the EventBusName of the entry, or the bus of the rule: eb.rule(name, pattern, { bus }).',
    };
  }
  const explained = onBus.map((rule) => ({ rule, why: explain(rule.pattern.text, envelope) }));
  const nearest = explained.reduce((best, next) =>
    next.why.fields.length < best.why.fields.length ? next : best,
  );
  return {
    code: 'rule-mismatch',
    text: [
      `eb.events[${index}] does not match a rule. The nearest is "${nearest.rule.name}":`,
      linesOf(String(nearest.why).split('\n')),
    ].join('\n'),
    fix: RULE_FIX,
  };
}
