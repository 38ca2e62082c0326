// `npm run bench`: measures everything in one run and writes docs/performance.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { assertionCost } from './assertion-cost.mjs';
import { callCost } from './call-cost.mjs';
import { growthCost } from './growth-cost.mjs';
import { importCost } from './import-cost.mjs';
import { jestRun } from './jest-run.mjs';
import { patternCost } from './pattern-cost.mjs';
import { templateCost } from './template-cost.mjs';

const load = process.env.npm_lifecycle_event === 'bench' ? '' : ' (not by npm run bench)';
const number = (value, digits = 1) => value.toFixed(digits);
const rows = [];
const add = (what, measured, budget, met, beside = '') =>
  rows.push([what, measured, budget, met ? 'yes' : '**no**', beside]);

const calls = await callCost();
add(
  'own time per `PutEvents` of one entry',
  `${number(calls.one.own)} µs, ${number(calls.one.share * 100)} % of the call`,
  '≤ 10 µs and ≤ 5 %',
  calls.one.own <= 10 && calls.one.share <= 0.05,
  `reading the request and writing an answer alone ${number(calls.one.least)} µs; the whole call ${number(calls.one.whole)} µs; aws-sdk-client-mock, without a pipeline, ${number(calls.mock)} µs`,
);
add(
  'own time per `PutEvents` of ten entries of 1 KB',
  `${number(calls.ten.own)} µs`,
  '≤ 60 µs',
  calls.ten.own <= 60,
  `reading the request and writing an answer alone ${number(calls.ten.least)} µs; the whole call ${number(calls.ten.whole)} µs`,
);
const imports = importCost();
add(
  'import, above importing the SDK client',
  `${number(imports.fake)} ms`,
  '≤ 5 ms',
  imports.fake <= 5,
  `aws-sdk-client-mock ${number(imports.mock)} ms`,
);
const memory = JSON.parse(
  execFileSync(process.execPath, ['--expose-gc', '--no-warnings', 'bench/memory-cost.mjs'], {
    encoding: 'utf8',
  }),
);
add(
  'memory kept per recorded call of one entry',
  `${number(memory.fake / 1024, 2)} KB`,
  '≤ 1.5 KB',
  memory.fake <= 1536,
  `aws-sdk-client-mock ${number(memory.mock / 1024, 2)} KB`,
);
for (const { name, measured, unit, budget } of await assertionCost())
  add(name, `${number(measured)} ${unit}`, `≤ ${budget} ${unit}`, measured <= budget);
for (const [what, seconds, budget] of await growthCost())
  add(what, `${number(seconds * 1000)} ms`, `≤ ${budget * 1000} ms`, seconds <= budget);
const patterns = await patternCost();
const thousands = (perSecond) => `${(Math.round(perSecond / 1000) * 1000).toLocaleString('en-US')} a second`;
add(
  'a parsed event against a compiled pattern of three fields',
  thousands(patterns.three.parsed),
  '≥ 1,000,000 a second',
  patterns.three.parsed >= 1e6,
  `sift ${thousands(patterns.three.siftParsed)}`,
);
add(
  'the same from a JSON text of 400 bytes to the verdict',
  thousands(patterns.three.text),
  '≥ 400,000 a second',
  patterns.three.text >= 4e5,
  `\`JSON.parse\` and sift ${thousands(patterns.three.siftText)}; \`JSON.parse\` alone ${thousands(patterns.three.parse)}`,
);
add(
  'what 500 rules on its bus add to a call: of other sources · of the same source',
  `${number(patterns.rules.others)} µs · ${number(patterns.rules.same)} µs`,
  '≤ 100 µs each',
  patterns.rules.others <= 100 && patterns.rules.same <= 100,
);
const { wildcard, list } = patterns.hostile;
add(
  'a hostile wildcard, an event of 1 MB: parsed · as text',
  `${number(wildcard.parsed)} ms · ${number(wildcard.text)} ms, ${number(wildcard.grows)} times that of half of it`,
  'linear: about 2 times',
  wildcard.grows <= 3,
  `a regular expression in sift, a 64th of the event: ${number(patterns.hostile.siftWildcard)} ms`,
);
add(
  'three fields of a list, an event of 1 MB: parsed · as text',
  `${number(list.parsed)} ms · ${number(list.text)} ms, ${number(list.grows)} times that of half of it`,
  'linear: about 2 times',
  list.grows <= 3,
  `sift, parsed, ${number(patterns.hostile.siftList)} ms; \`explain\` ${number(patterns.hostile.explained)} ms`,
);
const templates = await templateCost();
add(
  'the rules of a CloudFormation template of 560 KB in YAML',
  `${number(templates.rulesFrom)} ms`,
  '≤ 1.5 × `yaml` alone',
  templates.rulesFrom <= 1.5 * templates.yaml,
  `\`yaml\` alone, with the same tags, ${number(templates.yaml)} ms`,
);
add('10,000 rules declared', `${number(templates.declared)} ms`, '≤ 200 ms', templates.declared <= 200);
const jest = jestRun();
add(
  'a Jest run of 50 test files, against aws-sdk-client-mock',
  `${number(jest.fake / jest.mock, 2)} ×`,
  '≤ 1.0 ×',
  jest.fake <= jest.mock,
  `${number(jest.fake)} s; aws-sdk-client-mock ${number(jest.mock)} s`,
);
const [{ size }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
add('packed size', `${number(size / 1024)} KB`, '≤ 60 KB', size <= 60 * 1024);

const version = (path) => JSON.parse(readFileSync(path, 'utf8')).version;
const text = `# Performance

Measured in one run by \`npm run bench\`${load}: fake-eventbridge ${version('package.json')}, Node ${process.versions.node}, @aws-sdk/client-eventbridge ${version('node_modules/@aws-sdk/client-eventbridge/package.json')}. Times are medians of interleaved rounds; absolute figures are those of one machine, so compare the columns.

| figure | measured | budget | met | beside |
|---|---|---|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}

"Own time" is the time inside the fake's request handler while the SDK's pipeline runs around it, less that of a handler that answers a constant. The difference of whole calls is not used: two clients with one and the same handler differ by up to 20 µs. With the pipeline's code between two calls the processor's caches are cold, so that the least that any fake must do (parse the request and its details, write the answer) stands beside it.
`;
writeFileSync('docs/performance.md', text);
console.log(text);
