import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { failures, type PinnedFailure } from './failing-texts.js';
import { format } from './format.js';

/** How each case is written, by its name: what came before, then the assertion. */
export function caseSources(): ReadonlyMap<string, string> {
  const file = ts.createSourceFile(
    'cases.ts',
    readFileSync(join(__dirname, 'cases.ts'), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const written = new Map<string, ReadonlyMap<string, ts.Expression>>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      if (initializer === undefined || !ts.isObjectLiteralExpression(initializer)) continue;
      const assertion = membersOf(initializer);
      const cases = assertion.get('cases');
      if (cases === undefined || !ts.isArrayLiteralExpression(cases)) continue;
      const name = textOf(assertion.get('matcher') ?? assertion.get('method'));
      for (const element of cases.elements) {
        if (!ts.isObjectLiteralExpression(element)) continue;
        const members = membersOf(element);
        written.set(`${name}: ${textOf(members.get('why'))}`, members);
      }
    }
  }
  return formatted(
    failures.map(
      (failure) => [failure.name, sourceOf(failure, written.get(failure.name) ?? new Map())] as const,
    ),
  );
}

function sourceOf(
  { assertion, failure }: PinnedFailure,
  members: ReadonlyMap<string, ts.Expression>,
): string {
  const subject = failure.bus === undefined ? 'eb' : `eb.bus('${failure.bus}')`;
  const args = members.get('args');
  const written = args === undefined ? '' : withoutMatch(args).slice(1, -1).trim().replace(/,$/, '');
  const not = failure.not ? '.not' : '';
  const call =
    assertion.matcher === undefined
      ? `${subject}.${assertion.method}`
      : `expect(${subject})${not}.${assertion.matcher}`;
  return `${givenOf(members.get('given'))}\n${call}(${written});`;
}

/** The body of the function, as it would be in a test. */
function givenOf(given: ts.Expression | undefined): string {
  if (given === undefined || !ts.isArrowFunction(given)) return '';
  const { body } = given;
  if (!ts.isBlock(body)) return `await ${body.getText()};`;
  return body.statements.map((statement) => statement.getText()).join('\n');
}

/** The source without `match(…)`, which only checks the type of what it is given. */
function withoutMatch(node: ts.Node): string {
  if (ts.isCallExpression(node) && node.expression.getText() === 'match') {
    return node.arguments.map(withoutMatch).join();
  }
  const start = node.getStart();
  let text = node.getText();
  let shift = 0;
  node.forEachChild((child) => {
    const inside = withoutMatch(child);
    const from = child.getStart() - start + shift;
    text = text.slice(0, from) + inside + text.slice(from + child.getText().length);
    shift += inside.length - child.getText().length;
  });
  return text;
}

function membersOf(object: ts.ObjectLiteralExpression): ReadonlyMap<string, ts.Expression> {
  return new Map(
    object.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) ? [[property.name.getText(), property.initializer] as const] : [],
    ),
  );
}

function textOf(node: ts.Expression | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : '';
}

/** All sources as the project's formatter has them, in one run. */
function formatted(sources: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const marker = '// —— the next case ——';
  const all = format('page.ts', sources.map(([, source]) => source).join(`\n${marker}\n`));
  const parts = all.split(marker).map((part) => part.trim());
  return new Map(sources.map(([name], index) => [name, parts[index] ?? '']));
}
