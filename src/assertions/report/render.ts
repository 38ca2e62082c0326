import { escapeControls, oneLine } from '../../base/words/excerpt.js';
import type { Cause } from '../diagnosis/cause.js';
import { PLAIN, type Style } from '../style.js';
import { printValue } from './print-value.js';
import { renderDifference, renderPaths } from './render-difference.js';
import type { Report, ReportedEvent, ReportedEvents, ReportedMatch } from './report.js';
import { renderStory } from './story/render-story.js';
import { writeGrid } from './story/write-grid.js';

/** How many differences of one event are listed. */
const MAX_DIFFERENCES = 8;

/** An array of more matches than this is shown around the one in focus. */
const MAX_MATCHES = 8;

const MAX_LINE = 90;

type Paths = readonly (readonly (string | number)[])[];

/**
 * The text of a report: the one voice of methods, matchers and `verify()`. The cause comes first, then the evidence.
 * @param isRepeated whether the assertion is tried again and again: then its grid is not written to a file
 */
export function render(report: Report, given: Style = PLAIN, isRepeated = false): string {
  const style = escaping(given);
  const { summary, causes = [], expected, events, others, notes = [], next } = report;
  const blocks = [escapeControls(summary), ...causes.map(renderCause)];
  if (expected !== undefined) blocks.push(renderExpected(expected, pathsIn(events), style));
  for (const group of [events, others]) {
    if (group !== undefined && group.listed.length > 0) blocks.push(renderEvents(group, style));
  }
  blocks.push(...notes.map(escapeControls));
  if (next !== undefined) blocks.push(escapeControls(next));
  const text = blocks.join('\n\n');
  if (report.grid === undefined && report.timeline === undefined) return text;
  const file = isRepeated ? undefined : writeGrid(report.grid);
  const linesBelow = file === undefined ? 0 : 2;
  const story = renderStory(report, text.split('\n').length + linesBelow, style);
  return [text, ...story, ...(file === undefined ? [] : [file])].join('\n\n');
}

/** Control characters of the user's values are escaped before the runner adds its own. */
function escaping({ expected, received, dim }: Style): Style {
  return {
    expected: (text) => expected(escapeControls(text)),
    received: (text) => received(escapeControls(text)),
    dim: (text) => dim(escapeControls(text)),
  };
}

function renderCause({ code, text, fix }: Cause): string {
  const [title = '', ...lines] = text.split('\n');
  return escapeControls([`${title} [${code}]`, ...lines, ...(fix === undefined ? [] : [fix])].join('\n'));
}

/** Where the event in focus differs: there, nothing of the match may be left out. */
function pathsIn(events: ReportedEvents | undefined): Paths {
  const focus = events?.listed.find(({ isFocus }) => isFocus) ?? events?.listed[0];
  return (focus?.differences ?? []).slice(0, MAX_DIFFERENCES).map(({ path }) => path);
}

function renderExpected(expected: NonNullable<Report['expected']>, paths: Paths, style: Style): string {
  if (expected.matches === undefined)
    return `${expected.label}\n  ${style.expected(printValue(expected.value, 2, paths))}`;
  const { matches } = expected;
  const focus = Math.max(
    matches.findIndex(({ isFocus }) => isFocus),
    0,
  );
  const from = Math.max(0, Math.min(focus - MAX_MATCHES / 2, matches.length - MAX_MATCHES));
  const lines = matches
    .slice(from, from + MAX_MATCHES)
    .map((match, index) => renderMatch(match, from + index, match.isFocus ? paths : [], style));
  if (from > 0) lines.unshift(style.dim(`   … ${from} before`));
  const after = matches.length - from - MAX_MATCHES;
  if (after > 0) lines.push(style.dim(`   … and ${after} more`));
  return [expected.label, ...lines].join('\n');
}

function renderMatch(
  { written, remark, isFocus = false }: ReportedMatch,
  index: number,
  paths: Paths,
  style: Style,
): string {
  const tail = remark === undefined ? '' : `  ${style.dim(`<- ${remark}`)}`;
  const value = printValue(written, 5, paths);
  return `${arrow(isFocus)}[${index}] ${style.expected(isFocus ? value : shortened(value))}${tail}`;
}

/** On one line: the matches that are not in focus are there for orientation. */
function shortened(value: string): string {
  const line = value.replace(/\n\s*/g, ' ');
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line;
}

function renderEvents({ label, subject, listed, more }: ReportedEvents, style: Style): string {
  const single = !listed.some(({ isFocus }) => isFocus);
  const lines = listed.map((event) => renderEvent(event, subject, event.isFocus || single, style));
  if (more > 0) lines.push(style.dim(`   … and ${more} more`));
  return [label, ...lines].join('\n');
}

/** @param isWhole whether every difference is described, or only where they are */
function renderEvent(
  { index, event, isFocus, differences }: ReportedEvent,
  subject: string,
  isWhole: boolean,
  style: Style,
): string {
  const { detailType, source, bus } = event;
  const title = `${arrow(isFocus)}${subject}.events[${index}]: ${oneLine(`${detailType || '(no DetailType)'} from ${source || '(no Source)'} on ${bus}`)}`;
  if (!differences.some(({ path }) => path.length > 0))
    return `${title}\n     ${style.dim(printValue(event.detail, 5))}`;
  if (!isWhole) return `${title}\n     ${style.dim(`differs in ${renderPaths(differences)}`)}`;
  const listed = differences
    .slice(0, MAX_DIFFERENCES)
    .map((difference) => renderDifference(difference, style));
  const rest = differences.length - listed.length;
  if (rest > 0) listed.push(style.dim(`… and ${rest} more ${rest === 1 ? 'difference' : 'differences'}`));
  return [title, ...listed.map((difference) => `     ${difference}`)].join('\n');
}

function arrow(isFocus: boolean): string {
  return isFocus ? '-> ' : '   ';
}
