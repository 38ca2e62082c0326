// The table of the matrix: every row in docs/compatibility.md, and in the README a line for each kind of consumer.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const WHOLE = 'docs/compatibility.md';
const SHORT = 'README.md';
const HEAD = ['| consumer | Node | SDK | |', '|---|---|---|---|'];
const SHORT_HEAD = ['| | versions | tried with | Node | |', '|---|---|---|---|---|'];
const PASSES = 'passes';

const nodeOf = ({ node }) => node ?? process.versions.node;
const cellsOf = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const keyOf = (row) => [row.name, nodeOf(row), row.sdk].join(' | ');
const unique = (list) => [...new Set(list)].join(', ');

/** A row with its outcome, as a line of the whole table. */
export const lineOf = (row, outcome) => `| ${keyOf(row)} | ${outcome} |`;

export const tableOf = (lines) => [...HEAD, ...lines].join('\n');

/**
 * Writes the outcomes of the rows that were run; of the others, those stay that were written before.
 * @param all every row, in the order of the table
 * @param outcomes row → what became of it
 */
export function writeTables(all, outcomes) {
  const before = new Map(
    partsOf(WHOLE)[1]
      .split('\n')
      .map(cellsOf)
      .map(([name, node, sdk, outcome]) => [[name, node, sdk].join(' | '), outcome]),
  );
  const known = all.map((row) => ({
    row,
    outcome: outcomes.get(row) ?? before.get(keyOf(row)) ?? 'not tried',
  }));
  replace(WHOLE, tableOf(known.map(({ row, outcome }) => lineOf(row, outcome))));
  replace(SHORT, [...SHORT_HEAD, ...shortLines(known)].join('\n'));
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', WHOLE, SHORT], { stdio: 'ignore' });
}

/** A line for each kind, with all that its rows have tried; rows that do not pass are named. */
function shortLines(known) {
  const kinds = new Map();
  for (const each of known) kinds.set(each.row.kind, [...(kinds.get(each.row.kind) ?? []), each]);
  return [...kinds].map(([kind, group]) => {
    const failing = group.filter(({ outcome }) => !outcome.startsWith(PASSES));
    return `| ${[
      kind,
      unique(group.flatMap(({ row }) => row.version ?? [])),
      unique(group.flatMap(({ row }) => row.ways)),
      unique(group.map(({ row }) => nodeOf(row).split('.')[0])),
      failing.length === 0
        ? passing(group)
        : failing.map(({ row, outcome }) => `${row.name}, Node ${nodeOf(row)}: ${outcome}`).join('; '),
    ].join(' | ')} |`;
  });
}

/** Some rows pass with a remark, such as what had to be left out: the whole table has it. */
function passing(group) {
  const remarked = group.filter(({ outcome }) => outcome !== PASSES).length;
  return remarked === 0
    ? PASSES
    : `${PASSES}; ${remarked} of ${group.length} with a remark in docs/compatibility.md`;
}

const START = '<!-- matrix -->';
const END = '<!-- /matrix -->';

/** What stands before, between and after the marks. */
function partsOf(file) {
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf(START) + START.length;
  const end = text.indexOf(END);
  if (start < START.length || end < start) throw new Error(`${file} has no ${START} ... ${END}`);
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

function replace(file, table) {
  const [before, , after] = partsOf(file);
  writeFileSync(file, `${before}\n\n${table}\n\n${after}`);
}
