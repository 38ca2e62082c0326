// Compares the public declarations with the reports in etc/, which show in a review what changes for users.
// `--write` writes the reports.
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';

/** The types that declarations mention and nobody has to name: another type, or inference, covers each. */
const UNNAMED = {
  index: [
    // Sets of names of which the exported types are the keys or the items.
    ...['ENTRY_ERRORS', 'REQUEST_ERRORS', 'PROBLEMS', 'EventAssertion'],
    // Parts of Match, MatchOf, PartialEvent and MatchedEvent.
    ...[
      'EventMatcher',
      'Matcher',
      'PartOf',
      'Value',
      'IsOpen',
      'OpenMatch',
      'CatalogMatch',
      'EntryRecord',
      'NoEventProperties',
    ],
    // Parts of EventPattern, and of the parameter of eb.rule.
    ...['OpenPattern', 'PatternOf', 'Envelope', 'CatalogPattern'],
    // What HandlerOptions takes of an AbortSignal.
    'AbortSignalLike',
    // What a runner infers for its matchers.
    ...['CatalogOf', 'MatcherReturn', 'MatcherContext', 'MatcherResult'],
    ...['toHavePublishedTimes', 'toSurviveFailures'],
  ],
  // It is imported from the index.
  server: ['FakeEventBridge'],
};

const isWriting = process.argv.includes('--write');
const root = resolve('.');
const ENTRIES = ['index', 'server'];
const fileOf = (entry) => `${root}/dist/cjs/${entry}.d.ts`;
/** Without the sources: the compiler reads the declarations alone. */
const TSCONFIG = {
  compilerOptions: { ...JSON.parse(readFileSync('tsconfig.json', 'utf8')).compilerOptions, rootDir: root },
  files: ENTRIES.map(fileOf),
};
let compilerState;
let isChanged = false;
let isUnnamed = false;
mkdirSync('etc', { recursive: true });
for (const entry of ENTRIES) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: fileOf(entry),
      compiler: { overrideTsconfig: TSCONFIG },
      apiReport: {
        enabled: true,
        reportFolder: `${root}/etc`,
        reportTempFolder: `${root}/.tmp/api`,
        reportFileName: entry,
      },
      newlineKind: 'lf',
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: 'none' },
          // A type that users meet and cannot name.
          'ae-forgotten-export': { logLevel: 'warning', addToApiReportFile: true },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    configObjectFullPath: `${root}/package.json`,
    packageJsonFullPath: `${root}/package.json`,
  });
  compilerState ??= CompilerState.create(config, { additionalEntryPoints: ENTRIES.map(fileOf) });
  const { apiReportChanged } = Extractor.invoke(config, {
    compilerState,
    localBuild: isWriting,
    messageCallback: (message) => {
      if (message.logLevel !== 'error') message.handled = true;
    },
  });
  const report = readFileSync(`.tmp/api/${entry}.api.md`, 'utf8');
  const unnamed = [...report.matchAll(/The symbol "(\w+)" needs to be exported/g)].map(([, name]) => name);
  for (const name of new Set(unnamed.filter((one) => !UNNAMED[entry].includes(one)))) {
    isUnnamed = true;
    console.log(
      `fake-eventbridge (${entry}): users meet the type ${name} and cannot name it. Export it, or say why not.`,
    );
  }
  if (!apiReportChanged) continue;
  isChanged = true;
  console.log(`${isWriting ? 'wrote' : 'differs from what is exported:'} etc/${entry}.api.md`);
}
if (isChanged && !isWriting) {
  console.log('Read the change as a user would, then run: npm run surface -- --write');
  process.exit(1);
}
if (isUnnamed) process.exit(1);
