import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseSources } from './case-sources.js';
import { type Assertion, assertions } from './cases.js';
import { readTexts } from './failing-texts.js';
import { format } from './format.js';

/** So many failures of an assertion are shown at once; the others unfold. */
const SHOWN = 2;

/** The page of all assertions with their failures: the prose of the template, and what the tests pin. */
export function failingTextsPage(): string {
  const template = readFileSync(join(__dirname, 'failing-texts-page.template.md'), 'utf8');
  const page = template
    .replace('<!-- assertions -->', tableOfAssertions)
    .replace('<!-- failures -->', failuresOfAssertions);
  return format('page.md', page);
}

function tableOfAssertions(): string {
  const rows = assertions.map(({ matcher, method, notMethod, about }) => {
    const methods = [method, notMethod]
      .flatMap((name) => (name === undefined ? [] : [`\`${name}\``]))
      .join(', ');
    return `| ${matcher === undefined ? '' : `[\`${matcher}\`](#${matcher.toLowerCase()})`} | ${methods} | ${about} |`;
  });
  return ['| matcher | method | what it asserts |', '| --- | --- | --- |', ...rows].join('\n');
}

function failuresOfAssertions(): string {
  const sources = caseSources();
  const texts = readTexts(join(__dirname, 'texts.txt'));
  return assertions.map((assertion) => section(assertion, sources, texts)).join('\n\n');
}

function section(
  assertion: Assertion,
  sources: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): string {
  const blocks = assertion.cases.map(({ why }) => {
    const name = `${assertion.matcher ?? assertion.method}: ${why}`;
    const title = `${why.charAt(0).toUpperCase()}${why.slice(1)}:`;
    return `${title}\n\n\`\`\`js\n${sources.get(name)}\n\`\`\`\n\n\`\`\`text\n${texts.get(name)}\n\`\`\``;
  });
  const more = blocks.slice(SHOWN);
  return [
    `### ${assertion.matcher ?? assertion.method}`,
    assertion.about,
    ...blocks.slice(0, SHOWN),
    ...(more.length === 0
      ? []
      : [
          `<details>\n<summary>${more.length} more ${more.length === 1 ? 'failure' : 'failures'}</summary>`,
          ...more,
          '</details>',
        ]),
  ].join('\n\n');
}
