import type { CompiledMatch } from '../match/compile-match.js';
import type { Difference } from '../match/difference.js';
import { EntryView } from '../match/entry-view.js';
import { nearestName } from '../words.js';
import type { ClaimContext } from './context.js';
import { printPath } from './print-value.js';
import type { ReportedEvents } from './report.js';

/** The usual causes of an event that is missing, as sentences: most of them make the event look published. */
export function usualCauses(match: CompiledMatch, nearest: ReportedEvents, context: ClaimContext): string[] {
  return [
    ...rejections(match, context),
    ...drops(match, context),
    ...nearest.shown
      .filter(({ isMeant }) => isMeant || nearest.shown.length === 1)
      .flatMap(({ differences }) => slips(differences)),
  ];
}

/** The right event, answered with an error. */
function rejections(match: CompiledMatch, { journal }: ClaimContext): string[] {
  for (const { attempts, number } of journal.calls) {
    for (const { outcomes = [], number: attempt } of attempts) {
      for (const [index, { entry, error }] of outcomes.entries()) {
        if (error === undefined || !match.test(new EntryView(entry, entry.EventBusName ?? 'default')))
          continue;
        const which = `entry ${index + 1} of call ${number}${attempt > 1 ? `, attempt ${attempt}` : ''}`;
        return [
          `An entry that matches was rejected: ${which} was answered with ${error.code} (${error.message}), and no later one was accepted.`,
        ];
      }
    }
  }
  return [];
}

/** The right event, accepted and lost. */
function drops(match: CompiledMatch, { journal, buses }: ClaimContext): string[] {
  const dropped = journal.dropped.find((event) => match.test(event));
  if (dropped === undefined) return [];
  const meant = nearestName(dropped.bus, ['default', ...(buses ?? [])]);
  const hint = meant === undefined ? '' : ` Was "${meant}" meant?`;
  return [`An event that matches was accepted and dropped: there is no bus "${dropped.bus}".${hint}`];
}

/** Small things that make all the difference. */
function slips(differences: readonly Difference[]): string[] {
  if (differences.length !== 1) return [];
  const [{ path, expected, actual } = { path: [], expected: undefined, actual: undefined }] = differences;
  const where = printPath(path);
  if (where === 'bus')
    return [`It is the right event on another bus: "${String(actual)}" instead of "${String(expected)}".`];
  if (
    typeof expected === 'string' &&
    typeof actual === 'string' &&
    expected.toLowerCase() === actual.toLowerCase()
  ) {
    return [`${where} differs in case only.`];
  }
  if (typeof expected === 'number' && actual === String(expected))
    return [`${where} was published as a string; the match has a number.`];
  if (typeof actual === 'number' && expected === String(actual))
    return [`${where} was published as a number; the match has a string.`];
  if (typeof expected === 'object' && typeof actual === 'string' && holdsJson(actual)) {
    return [`${where} was stringified twice: it holds JSON as a text.`];
  }
  return [];
}

function holdsJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
