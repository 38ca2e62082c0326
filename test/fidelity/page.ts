import type { Evidence, Gap, Row, Topic } from './row';
import { gaps, rows, topics } from './table';

const count = (evidence: Evidence) => rows.filter((row) => row.evidence === evidence).length;

/** How many behaviours rest on what. */
export const numbers = {
  rows: rows.length,
  recorded: count('recorded'),
  documented: count('documented'),
  inferred: count('inferred'),
  gaps: gaps.length,
};

/** The sentence of the README, between its comments. */
export function readmeNumbers(): string {
  const { recorded, documented, inferred } = numbers;
  return `<!-- fidelity -->${numbers.rows} behaviours of EventBridge are reproduced: ${recorded} as AWS answered, ${documented} as its documentation says, ${inferred} inferred. [Each has its evidence and its tests](docs/fidelity.md)<!-- /fidelity -->`;
}

/** docs/fidelity.md. */
export function fidelityPage(): string {
  return `${INTRODUCTION}\n${topics.map(section).join('\n')}\n${differences()}\n${CORRECTIONS}`;
}

const INTRODUCTION = `# Fidelity

What a client can observe of EventBridge, and what each behaviour of the fake rests on.

- **Recorded** (${numbers.recorded}): an answer of AWS that was recorded, or that somebody published.
- **Documented** (${numbers.documented}): a page or a model of AWS.
- **Inferred** (${numbers.inferred}): the least surprising behaviour, from a sister service or from AWS's open-source rule engine, because
  AWS's answer is not known.

Each row has tests, and a one-line change of the source that those tests find (\`npm run fidelity:mutants\`). With an AWS
account, \`npm run verify-against -- --bus NAME\` sends the requests of the table to a custom event bus of yours and shows
where AWS answers differently. \`test/conformance/\` also compares all 13 recorded answers of
\`PutEvents\`, all 166 of \`TestEventPattern\`, and 2,973 verdicts and reasons of the rule engine.

<!-- \`npm run docs:fidelity\` writes this page from test/fidelity/table.ts. -->
`;

function section({ title, rows: all }: Topic): string {
  const lines = all.flatMap((row) => (row.gap === true ? [] : [line(row)]));
  return `## ${title}\n\n| behaviour | evidence | source | row |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}

function line(row: Row): string {
  const file = row.code.replace(/#.*/, '');
  return `| ${cell(row.what)} | ${evidenceOf(row)} | \`${file}\` | \`${row.id}\` |`;
}

function differences(): string {
  const lines = gaps.map(
    (gap) => `| ${cell(gap.what)} | ${cell(gap.why)} | ${evidenceOf(gap)} | \`${gap.id}\` |`,
  );
  return `## Where the fake differs\n\n| EventBridge | the fake | evidence | row |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n\nThe region of an event is the one that its client signed for; the option \`region\` is for clients that have none.\nDecision [006](decisions/006-answers-over-documentation.md) says how contradictions were settled.\n`;
}

function evidenceOf({ evidence, source, date }: Row | Gap): string {
  if (source.startsWith('recording: '))
    return `recorded ${date}: "${cell(source.slice(11).replace(/ \(.*/, ''))}"`;
  if (evidence === 'inferred') return `inferred: ${cell(source)}`;
  return `${evidence} ${date}: [${labelOf(source)}](${source})`;
}

/** `owner/repository#123` of an issue, otherwise the last part of the path. */
function labelOf(url: string): string {
  const issue = /github\.com\/([^/]+\/[^/]+)\/issues\/(\d+)/.exec(url);
  if (issue !== null) return `${issue[1]}#${issue[2]}`;
  return decodeURIComponent(url.replace(/#.*/, '').split('/').at(-1) ?? url).replace(/\.(html|json)$/, '');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** What the fake once did otherwise, and since when it does as EventBridge. */
const CORRECTIONS = `## Corrected

| since | behaviour |
| --- | --- |
| 2026-11-24 | The complexity of wildcards is what one event can satisfy at once, as in AWS's rule engine. It was the sum of the stars, so patterns were refused that EventBridge accepts. |
| 2026-11-24 | Ignoring case expands characters: \`straße\` in a pattern matches \`STRASSE\`, and not the other way around. |
| 2026-11-24 | Inside \`anything-but\`, and where a wildcard breaks two rules, the reason is the one that AWS's rule engine names first. |
| 2026-11-24 | \`cidr\` with \`/0\` on numbers, and numbers as small as \`4.9e-324\`, match as in AWS's rule engine. |
| 2026-11-24 | The server sends \`content-length\` with every response, and takes \`POST\` alone. |
| 2026-11-24 | A pattern that ends inside a string, a field name or an escape sequence is refused with the words of AWS's JSON parser. |
`;
