// Compares the public declarations with the reports in etc/, which show in a review what changes for users.
// `--write` writes the reports.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const isWriting = process.argv.includes('--write');
const root = resolve('.');
let isChanged = false;
mkdirSync('etc', { recursive: true });
for (const entry of ['index', 'server']) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${root}/dist/cjs/${entry}.d.ts`,
      compiler: { tsconfigFilePath: `${root}/tsconfig.cjs.json` },
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
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: isWriting,
    messageCallback: (message) => {
      if (message.logLevel !== 'error') message.handled = true;
    },
  });
  if (!apiReportChanged) continue;
  isChanged = true;
  console.log(`${isWriting ? 'wrote' : 'differs from what is exported:'} etc/${entry}.api.md`);
}
if (isChanged && !isWriting) {
  console.log('Read the change as a user would, then run: npm run surface -- --write');
  process.exit(1);
}
