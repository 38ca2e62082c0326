import { isPlace } from '../../match/difference.js';
import { printValue } from './print-value.js';
import { renderDifference, renderPlaces } from './render-difference.js';
import type { Report, ReportedEvent, ReportedEvents, ReportedMatch } from './report.js';

/** How a runner colours what it prints; without one the same words come plain. */
export interface Style {
  readonly expected: (text: string) => string;
  readonly received: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** No colours. */
export const PLAIN: Style = { expected: (text) => text, received: (text) => text, dim: (text) => text };

/** More differing places of one event than this help nobody. */
const MOST_DIFFERENCES = 12;

/** A list of more matches than this is shown around the one that is meant. */
const MOST_MATCHES = 12;

/** The text of a report: the one voice of methods, matchers and `verify()`. */
export function render(report: Report, style: Style = PLAIN): string {
  const { summary, expected, events, others, notes = [], next, timeline } = report;
  const blocks = [summary];
  if (expected !== undefined)
    blocks.push(`${expected.label}\n${renderExpected(expected, placesIn(events), style)}`);
  for (const group of [events, others]) {
    if (group !== undefined && group.shown.length > 0) blocks.push(renderEvents(group, style));
  }
  blocks.push(...notes);
  if (next !== undefined) blocks.push(next);
  if (timeline !== undefined) blocks.push(style.dim(timeline));
  return blocks.join('\n\n');
}

/** Where the event that is meant differs: there, nothing that was asked for may be left out. */
function placesIn(events: ReportedEvents | undefined): Places {
  const meant = events?.shown.find(({ isMeant }) => isMeant) ?? events?.shown[0];
  return (meant?.differences ?? []).slice(0, MOST_DIFFERENCES).map(({ path }) => path);
}

type Places = readonly (readonly (string | number)[])[];

function renderExpected(expected: NonNullable<Report['expected']>, places: Places, style: Style): string {
  if (expected.matches === undefined) return `  ${style.expected(printValue(expected.value, 2, places))}`;
  const { matches } = expected;
  const meant = Math.max(
    matches.findIndex(({ isMeant }) => isMeant),
    0,
  );
  const from = Math.max(0, Math.min(meant - MOST_MATCHES / 2, matches.length - MOST_MATCHES));
  const lines = matches
    .slice(from, from + MOST_MATCHES)
    .map((match, index) => renderMatch(match, from + index + 1, match.isMeant ? places : [], style));
  if (from > 0) lines.unshift(style.dim(`        … ${from} before`));
  const after = matches.length - from - MOST_MATCHES;
  if (after > 0) lines.push(style.dim(`        … and ${after} more`));
  return lines.join('\n');
}

function renderMatch(
  { written, remark, isMeant = false }: ReportedMatch,
  number: number,
  places: Places,
  style: Style,
): string {
  const tail = remark === undefined ? '' : `  ${style.dim(`<- ${remark}`)}`;
  return `${numbered(isMeant, number)}${style.expected(printValue(written, 8, places))}${tail}`;
}

function renderEvents({ label, shown, more }: ReportedEvents, style: Style): string {
  const single = !shown.some(({ isMeant }) => isMeant);
  const lines = shown.map((event) => renderEvent(event, event.isMeant || single, style));
  if (more > 0) lines.push(style.dim(`        … and ${more} more`));
  return [label, ...lines].join('\n');
}

/** @param isWhole whether every differing place is told, or only where they are */
function renderEvent(
  { number, event, isMeant, differences }: ReportedEvent,
  isWhole: boolean,
  style: Style,
): string {
  const { detailType, source, bus } = event;
  const title = `${numbered(isMeant, number)}${detailType ?? '(no detail type)'} from ${source ?? '(no source)'} on ${bus}`;
  if (!differences.some(isPlace)) return `${title}\n        ${style.dim(printValue(event.detail, 8))}`;
  if (!isWhole) return `${title}\n        ${style.dim(`differs in ${renderPlaces(differences)}`)}`;
  const places = differences
    .slice(0, MOST_DIFFERENCES)
    .map((difference) => renderDifference(difference, style));
  const rest = differences.length - places.length;
  if (rest > 0) places.push(style.dim(`… and in ${rest} more ${rest === 1 ? 'place' : 'places'}`));
  return [title, ...places.map((place) => `        ${place}`)].join('\n');
}

function numbered(isMeant: boolean, number: number): string {
  return `${isMeant ? '->' : '  '} ${String(number).padStart(3)}. `;
}
