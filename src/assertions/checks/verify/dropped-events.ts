import { count } from '../../../base/words/english.js';
import type { AssertionContext } from '../../context.js';
import { unknownBus } from '../../diagnosis/missing-event-causes.js';
import { describeEntry } from '../../report/describe-sending.js';
import { linesOf } from '../../report/lines.js';
import type { Finding } from './finding.js';

/** Events to a bus that does not exist. A test that reads `eb.dropped` has checked them. */
export function droppedEvents(
  { journal, buses }: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const dropped = journal.dropped.filter(isNew);
  const [first] = dropped;
  if (first === undefined) return undefined;
  const names = [...new Set(dropped.map(({ bus }) => bus))];
  const causes = names.map((bus) => {
    const events = dropped.filter((event) => event.bus === bus);
    return unknownBus(bus, count(events.length, 'event'), [], buses);
  });
  return {
    problem: 'unknown-bus',
    text: [...causes.map(({ text }) => text), linesOf(dropped.map(({ raw }) => describeEntry(raw)))].join(
      '\n',
    ),
    fix: `${causes[0]?.fix ?? ''} If this is intended, assert on eb.dropped.`,
    about: dropped,
  };
}
