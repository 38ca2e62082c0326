// Writes docs/mutation.md from .tmp/mutation/*.json: the score of each room that was run, and what survived with the reason.
// A room without results in that folder stays as the page has it: a run of all rooms takes an hour.
// `node scripts/mutation/report.mjs [--min PERCENT]` fails when a room is below.
import { readFileSync, writeFileSync } from 'node:fs';
import { REASONS } from './reasons.mjs';
import { filesOf } from './results.mjs';
import { ROOMS } from './rooms.mjs';
import { filesIn, writeScores } from './scores.mjs';

const PAGE = 'docs/mutation.md';
const at = process.argv.indexOf('--min');
const min = at < 0 ? 0 : Number(process.argv[at + 1]);

const results = Object.keys(ROOMS).flatMap((room) => {
  const files = filesOf(room);
  return Object.keys(files).length > 0 ? [{ room, run: Object.keys(files), ...scoreOf(files) }] : [];
});
for (const { room, killed, total, score } of results)
  console.log(`${room}: ${score} % of ${total} mutants killed (${total - killed} survived)`);
writeFileSync(PAGE, page());
writeScores(
  Object.fromEntries(results.map(({ room, score, killed, total }) => [room, { score, killed, total }])),
);
const below = results.filter(({ score }) => score < min);
if (results.length === 0 || below.length > 0) process.exit(1);

function scoreOf(files) {
  const mutants = Object.entries(files).flatMap(([file, { mutants: all, source }]) =>
    all.map((mutant) => ({ ...mutant, file, original: textOf(source, mutant.location) })),
  );
  const counted = mutants.filter(
    ({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status),
  );
  const killed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const alive = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const score = Math.floor((1000 * killed) / counted.length) / 10;
  return { killed, total: counted.length, score, alive };
}

function textOf(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(' ').replace(/\s+/g, ' ');
}

function page() {
  const known = sectionsOf(readFileSync(PAGE, 'utf8'));
  const sections = Object.keys(ROOMS).flatMap((room) => {
    const result = results.find((one) => one.room === room);
    return result === undefined ? (known.get(room) ?? []) : [sectionOf(result)];
  });
  return `# Mutation testing

\`npm run mutation\` changes the source in every way that [Stryker](https://stryker-mutator.io) knows, one change at a time, and
runs the tests of the room. A change that no test notices has survived. Rooms that are not here were not run yet.

| room | files | score | killed | survived |
| --- | --- | --- | --- | --- |
${sections.map(({ row }) => row).join('\n')}
${sections.map(({ survivors }) => `\n${survivors}`).join('\n')}
`;
}

function sectionOf({ room, run, killed, total, score, alive }) {
  const table =
    alive.length === 0
      ? ['None.']
      : ['| where | from | to | why it may live |', '| --- | --- | --- | --- |', ...alive.map(line)];
  return {
    row: `| \`${room}\` | ${filesRun(room, run)} | ${score} % | ${killed} of ${total} | ${alive.length} |`,
    survivors: [`## Survivors in \`${room}\`\n`, ...table].join('\n'),
  };
}

/** What the page says about each room now. */
function sectionsOf(text) {
  const rows = [...text.matchAll(/^\| `(\w+)` \|.*$/gm)];
  return new Map(
    rows.map(([row, room]) => {
      const [, rest = ''] = text.split(`## Survivors in \`${room}\`\n`);
      const body = rest.split('\n## ')[0].trim();
      return [room, { row, survivors: `## Survivors in \`${room}\`\n\n${body}` }];
    }),
  );
}

/** How many files of a room were run, of those that have more in them than types. */
function filesRun(room, run) {
  const all = filesIn(room).filter((file) =>
    /^(export )?(async |abstract )?(function|class|const) /m.test(readFileSync(file, 'utf8')),
  );
  return run.length >= all.length ? 'all' : `${run.length} of ${all.length}`;
}

function line({ file, location, original, replacement, mutatorName }) {
  const path = file.replace(/^src\//, '');
  const reason = REASONS.find(({ file: name, text }) => name === path && original === text)?.reason;
  return `| \`${path}:${location.start.line}\` | ${code(original)} | ${code(replacement ?? mutatorName)} | ${reason ?? 'not looked at yet'} |`;
}

function code(text) {
  const short = text.length > 70 ? `${text.slice(0, 70)}…` : text;
  return `\`${short.replaceAll('|', '\\|').replaceAll('`', "'") || ' '}\``;
}
