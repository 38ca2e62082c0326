// `npm run docs:api`: writes docs/api.md from the TSDoc of what the package exports. `--check` fails when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { apiPage } from './api-page/page.mjs';

const PAGE = 'docs/api.md';
const page = apiPage();
if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page) {
  console.log(`${PAGE} differs from the TSDoc of the sources. Run: npm run docs:api`);
  process.exit(1);
}
