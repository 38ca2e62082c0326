// Checks that TypeScript finds the declarations of each entry of the packed package, under each way of resolving modules. The
// declarations have to say what Node loads there.
import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemKindInfo } from '@arethetypeswrong/core/problems';

const TARBALL = '.tmp/package.tgz';
const { types, entrypoints, problems } = await checkPackage(
  createPackageFromTarballData(readFileSync(TARBALL)),
);
if (!types) throw new Error(`${TARBALL} has no declarations`);
for (const { kind, ...location } of problems) {
  const { title, description, docsUrl } = problemKindInfo[kind];
  console.error(`${title}: ${JSON.stringify(location)}\n${description}\n${docsUrl}\n`);
}
if (problems.length > 0) process.exit(1);
console.log(`${Object.keys(entrypoints).length} entries have the declarations of what Node loads`);
