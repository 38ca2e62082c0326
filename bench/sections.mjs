// What `npm run bench` measures, in the order of docs/performance.md. The figures for users come first.
import { execFileSync } from 'node:child_process';
import { assertionCost } from './assertion-cost.mjs';
import { callCost } from './call-cost.mjs';
import { exploreCost } from './explore-cost.mjs';
import { growthCost } from './growth-cost.mjs';
import { importCost } from './import-cost.mjs';
import { patternCost } from './pattern-cost.mjs';
import { peerCost } from './peer-cost.mjs';
import { format, row } from './rows.mjs';
import { suiteCost } from './suite-cost.mjs';
import { templateCost } from './template-cost.mjs';

const MOCK = 'aws-sdk-client-mock';

function suites() {
  const budgets = { jest: 0.95, vitest: 0.85 };
  const names = { jest: 'Jest', vitest: 'Vitest' };
  return suiteCost().map(({ runner, files, fake, mock, ratio }) =>
    row(`a ${names[runner]} suite of ${files} files with 5 tests each, against ${MOCK}`, ratio, '×', {
      atMost: budgets[runner],
      beside: `${format(fake, 's')} of the processor; ${MOCK} ${format(mock, 's')}`,
    }),
  );
}

function imports() {
  return importCost().map(({ format: kind, fake, mock, ratio }) =>
    row(`import above the SDK, ${kind}, against ${MOCK}`, ratio, '×', {
      atMost: 0.17,
      beside: `${format(fake, 'ms')}; ${MOCK} ${format(mock, 'ms')}`,
    }),
  );
}

function installed() {
  const [{ unpackedSize, size }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  return [
    row('installed, with all dependencies (there are none)', unpackedSize / 1024, 'KB', {
      atMost: 1024,
      beside: `packed ${format(size / 1024, 'KB')}; ${MOCK} with its matchers 20 MB in 69 packages`,
    }),
  ];
}

function wholeCalls() {
  const { 'fake-eventbridge': own, ...peers } = peerCost();
  return [
    row('a whole call of one entry through the SDK', own, 'µs', {
      beside: Object.entries(peers)
        .map(([name, time]) => `${name} ${format(time, 'µs')}`)
        .join('; '),
    }),
  ];
}

async function ownTime() {
  const { one, ten } = await callCost();
  const beside = ({ own, least, whole }) =>
    `${format(own, 'µs')}; the least ${format(least, 'µs')}; the whole call ${format(whole, 'µs')}`;
  return [
    row('own time of a `PutEvents` of one entry, against the least', one.own / one.least, '×', {
      atMost: 1.6,
      beside: beside(one),
    }),
    row('own time of ten entries of 1 KB, against the least', ten.own / ten.least, '×', {
      atMost: 1.35,
      beside: beside(ten),
    }),
  ];
}

function memory() {
  const printed = execFileSync(process.execPath, ['--expose-gc', '--no-warnings', 'bench/memory-cost.mjs'], {
    encoding: 'utf8',
  });
  const { fake, mock, ofTen } = JSON.parse(printed);
  return [
    row('memory kept of a call of one entry', fake, 'B', {
      atMost: 1000,
      beside: `${MOCK} ${format(mock, 'B')}`,
    }),
    row('memory kept of an event in calls of ten', ofTen, 'B', { atMost: 450 }),
  ];
}

async function assertions() {
  const costs = await assertionCost();
  return costs.map(({ name, measured, unit, budget, beside }) =>
    row(name, measured, unit, { atMost: budget, beside }),
  );
}

async function growth() {
  const costs = await growthCost();
  return costs.map(([what, seconds, budget]) => row(what, seconds, 's', { atMost: budget }));
}

async function patterns() {
  const { three, fromText, againstSift, explained, rules, hostile } = await patternCost();
  const rates = (kind, atLeast) =>
    Object.entries(fromText[kind]).map(([name, rate]) =>
      row(`from JSON to the verdict, ${name}, against \`JSON.parse\` alone`, rate, '×', { atLeast }),
    );
  return [
    row('a parsed event against a pattern of three fields', three.parsed, 'a second', {
      atLeast: 1e6,
      beside: `sift ${format(three.siftParsed, 'a second')}`,
    }),
    ...Object.entries(againstSift).map(([name, rate]) =>
      row(`a parsed event, ${name}, against sift`, rate, '×', { atLeast: 1 }),
    ),
    ...rates('structured', 1.2),
    ...rates('strings', 0.6),
    row('a hostile wildcard, 1 MB of JSON against half of it', hostile.wildcard.grows, 'times', {
      atMost: 3,
      beside: `${format(hostile.wildcard.text, 'ms')}; a regular expression in sift takes ${format(hostile.siftWildcard, 'ms')} for 16 KB`,
    }),
    row('three fields of an array, 1 MB of JSON against half of it', hostile.list.grows, 'times', {
      atMost: 3,
      beside: `${format(hostile.list.text, 'ms')}; sift, parsed, ${format(hostile.siftList, 'ms')}`,
    }),
    row('`explain` of a misspelt name, 100,000 keys against 10,000', explained.grows.parsed, 'times', {
      atMost: 15,
      beside: format(explained.parsed, 'ms'),
    }),
    row('500 rules on its bus, of other sources: added to a request', rules.others, 'µs', { atMost: 100 }),
    row('500 rules on its bus, of the same source: added to a request', rules.same, 'µs', { atMost: 100 }),
  ];
}

async function templates() {
  const { rulesFrom, yaml, declared } = await templateCost();
  return [
    row('the rules of a template of 560 KB in YAML, against `yaml` alone', rulesFrom / yaml, '×', {
      atMost: 1.5,
      beside: `${format(rulesFrom, 'ms')}; \`yaml\` alone, with the same tags, ${format(yaml, 'ms')}`,
    }),
    row('10,000 rules declared', declared, 'ms', { atMost: 200 }),
  ];
}

function exploring() {
  const { seconds, perSecond, left } = exploreCost();
  return [
    row('`exploreFailures` of a publisher of 25 events, runs', perSecond, 'a second', {
      atLeast: 100,
      beside: `a thousand runs ${format(seconds, 's')}; left behind: ${left.listeners} listeners, ${left.handles} handles, ${format(left.bytes / 1024, 'KB')}`,
    }),
  ];
}

/** Each section: its title, a sentence about it, and what measures its rows. */
export const SECTIONS = [
  {
    title: 'What a suite pays',
    about:
      'Time of the processor, so that a busy machine does not count. Both suites send and assert the same.',
    measures: [suites, imports, installed],
  },
  {
    title: 'A call',
    about:
      'The whole call is what a test waits for. Own time is the time inside the request handler of the fake. The least is what any fake has to do: parse the request and its details, and write the answer. aws-sdk-client-mock does not run the pipeline of the SDK.',
    measures: [wholeCalls, ownTime, memory],
  },
  { title: 'Assertions', about: '', measures: [assertions] },
  { title: 'Reading and declaring many', about: 'Beyond the calls themselves.', measures: [growth] },
  {
    title: 'Patterns and rules',
    about: 'A rate against another: more is faster.',
    measures: [patterns, templates],
  },
  { title: 'Exploring failures', about: '', measures: [exploring] },
];
