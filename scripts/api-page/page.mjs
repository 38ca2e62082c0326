// docs/api.md: everything that the package exports, on one page, from the declarations and their TSDoc.
import { descriptionOf, exportsOf, firstSentence, heritageOf, membersOf } from './declarations.mjs';
import { GROUPS } from './layout.mjs';

const RUNNERS = ['jest', 'vitest', 'node-test', 'mocha'];

export function apiPage() {
  const exported = new Map(exportsOf('src/index.ts').map((one) => [one.name, one]));
  const members = membersOfFake(exported);
  const types = [...exported.values()].filter(({ isType }) => isType);
  const functions = [...exported.values()].filter(({ isType }) => !isType);
  return `# API

Everything that the package exports, on one page. Your editor shows the details of each: what it throws, its defaults, an example.

<!-- \`npm run docs:api\` writes this page from the TSDoc of the sources. -->

## The fake

\`fakeEventBridge(options)\` creates one. \`setupFakeEventBridge(EventBridgeClient, options)\` also connects it and registers the hooks
of your runner. Its ${members.size} properties and methods:

${picture(members)}
${GROUPS.map((group) => section(group, members)).join('\n')}
## Handles

A method of *make it fail* returns the handle of its fault. The handle of \`hold()\` has ${list(namesOf(exported.get('HoldHandle')))}, too.

${table(['handle', 'what it does'], membersOf(exported.get('FaultHandle')).map(memberLine))}

## Options

${table(
  ['option', 'what it says'],
  membersOf(exported.get('FakeEventBridgeOptions')).flatMap(({ name, member }) => [
    [code(name), descriptionOf(member)],
    ...(member.type.members ?? []).map((inner) => [
      code(`${name}.${inner.name.getText()}`),
      descriptionOf(inner),
    ]),
  ]),
)}

## Matchers

For Jest and Vitest, after an import of \`fake-eventbridge/jest\` or \`fake-eventbridge/vitest\`, on \`expect(eb)\`; those about published
events on \`expect(eb.bus(name))\`, too. Each has a [method](assertions.md) with the same meaning.

${table(['matcher', 'what it asserts'], membersOf(exported.get('EventBridgeMatchers')).map(memberLine))}

## Other exports

${table(
  ['import from `fake-eventbridge`', 'what it is'],
  functions.map(({ name, statement }) => [code(name), firstSentence(statement)]),
)}

${table(
  ['import from', 'name', 'what it is'],
  [
    entryLine('server', 'src/server.ts'),
    ...RUNNERS.map((runner) => entryLine(runner, `src/runners/${runner}.ts`)),
  ].flat(),
)}

The properties of errors, their codes and what to do next are in [troubleshooting](troubleshooting.md).

## Types

${table(
  ['type', 'what it is'],
  types.map(({ name, statement }) => [code(name), firstSentence(statement)]),
)}
`;
}

/** Each property and method of the fake, from all the interfaces that it extends. */
function membersOfFake(exported) {
  const interfaces = heritageOf(exported.get('FakeEventBridge')).filter((name) => exported.has(name));
  const all = new Map(
    interfaces.flatMap((name) => membersOf(exported.get(name)).map((one) => [one.name, one])),
  );
  const named = GROUPS.flatMap(({ parts }) => parts.flatMap(({ names }) => names));
  const wrong = [
    ...named.filter((name) => !all.has(name)),
    ...[...all.keys()].filter((name) => !named.includes(name)),
  ];
  if (wrong.length > 0)
    throw new Error(`scripts/api-page/layout.mjs does not fit the fake: ${wrong.join(', ')}`);
  return all;
}

/** The four groups side by side. */
function picture(members) {
  const columns = GROUPS.map(({ parts }) =>
    parts.flatMap(({ title, names }) => [
      `*${title}*`,
      ...names.map((name) => code(members.get(name).signature)),
    ]),
  );
  const height = Math.max(...columns.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? ''));
  return `${table(
    GROUPS.map(({ title }) => `**${title}**`),
    rows,
  )}\n`;
}

function section({ title, pages, parts }, members) {
  const heading = title[0].toUpperCase() + title.slice(1);
  const lines = parts.flatMap(({ names }) => names.map((name) => memberLine(members.get(name))));
  return `### ${heading}\n\n${table(['call or read', 'what it does'], lines)}\n\nMore: ${pages}.\n`;
}

function entryLine(entry, file) {
  return exportsOf(file)
    .filter(({ isType }) => !isType)
    .map(({ name, statement }) => [code(`fake-eventbridge/${entry}`), code(name), firstSentence(statement)]);
}

function memberLine({ signature, doc }) {
  return [code(signature), doc];
}

function namesOf(declaration) {
  return membersOf(declaration).map(({ signature }) => code(signature));
}

function list(items) {
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function code(text) {
  return `\`${text}\``;
}

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return lines.join('\n');
}
