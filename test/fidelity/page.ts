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
  return `<!-- fidelity -->${numbers.rows} behaviours of EventBridge are reproduced: ${recorded} as AWS answered, ${documented} as its documentation says, ${inferred} inferred; [each has its evidence, its tests, and a mutant that the tests kill](docs/fidelity.md)<!-- /fidelity -->`;
}

/** docs/fidelity.md. */
export function fidelityPage(): string {
  return `${INTRODUCTION}\n${topics.map(section).join('\n')}\n${differences()}`;
}

const INTRODUCTION = `# Fidelity

What a client can observe of EventBridge, and what each behaviour of the fake rests on.

- **Recorded** (${numbers.recorded}): an answer of AWS that was recorded, or that somebody published.
- **Documented** (${numbers.documented}): a page or a model of AWS.
- **Inferred** (${numbers.inferred}): the least surprising behaviour, from a sister service or from AWS's open-source rule engine, because
  AWS's answer is not known.

Each row has tests, and a one-line change of the source that those tests find (\`npm run fidelity:mutants\`). With an AWS
account, \`npm run verify-against -- --bus NAME\` sends the requests of the table to a custom event bus of yours and shows
where AWS answers differently. Beside these rows, all 13 recorded answers of \`PutEvents\`, all 166 of \`TestEventPattern\`,
and 2,973 verdicts and reasons of the rule engine are compared in \`test/conformance/\`.

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
