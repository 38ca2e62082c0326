// `npm run bench`: measures everything in one run and writes docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { SECTIONS } from './sections.mjs';

/** Why a budget is not met, by the start of its row: read and rewritten when the figures change. */
const REASONS = JSON.parse(readFileSync('bench/reasons.json', 'utf8'));

const version = (path) => JSON.parse(readFileSync(path, 'utf8')).version;
const sdk = version('node_modules/@aws-sdk/client-eventbridge/package.json');
const missed = [];
let page = `# Performance

What the library costs, measured in one run by \`npm run bench\`: Node ${process.versions.node}, @aws-sdk/client-eventbridge ${sdk}. Each
figure has that of its peer from the same run beside it. Times differ from machine to machine; ratios hold.
`;
for (const { title, about, measures } of SECTIONS) {
  const rows = [];
  for (const measure of measures) rows.push(...(await measure()));
  page += `\n## ${title}\n${about === '' ? '' : `\n${about}\n`}\n`;
  page += '| figure | measured | budget | met | beside |\n|---|---|---|---|---|\n';
  for (const { what, measured, budget, isMet, beside } of rows) {
    page += `| ${what} | ${measured} | ${budget} | ${budget === '' ? '' : isMet ? 'yes' : '**no**'} | ${beside} |\n`;
    if (!isMet) missed.push(what);
    console.log(`${isMet ? ' ' : '!'} ${what}: ${measured}${budget === '' ? '' : ` (${budget})`} ${beside}`);
  }
}
if (missed.length > 0) {
  page += '\n## Budgets that are not met\n\n';
  for (const what of missed) {
    const reason = Object.entries(REASONS).find(([start]) => what.startsWith(start))?.[1];
    page += `- ${what}: ${reason ?? 'not explained yet: add the reason to bench/reasons.json.'}\n`;
  }
}
writeFileSync('docs/performance.md', page);
