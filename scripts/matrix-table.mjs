// The tables of docs/compatibility.md: a line for each kind of consumer, and every row of the matrix.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const PAGE = 'docs/compatibility.md';
const SHORT = 'summary';
const WHOLE = 'matrix';
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
 * @param outcomes row → its result
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
  execFileSync(process.execPath, [biome, 'format', '--write', PAGE], { stdio: 'ignore' });
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
  return remarked === 0 ? PASSES : `${PASSES}; ${remarked} of ${group.length} with a remark below`;
}

/** What is before, between and after the comments that mark a table. */
function partsOf(table) {
  const text = readFileSync(PAGE, 'utf8');
  const [open, close] = [`<!-- ${table} -->`, `<!-- /${table} -->`];
  const start = text.indexOf(open) + open.length;
  const end = text.indexOf(close);
  if (start < open.length || end < start) throw new Error(`${PAGE} has no ${open} ... ${close}`);
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

function replace(table, lines) {
  const [before, , after] = partsOf(table);
  writeFileSync(PAGE, `${before}\n\n${lines}\n\n${after}`);
}
