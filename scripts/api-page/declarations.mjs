// What the sources declare, with the first sentence of the TSDoc of each. The syntax alone is read: no types are checked.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from '../typescript.mjs';

const parsed = new Map();

/** @returns the exports of a file, in its order, each with the statement that declares it and the file where that is */
export function exportsOf(file) {
  return parse(file).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const from = join(dirname(file), statement.moduleSpecifier.text.replace(/\.js$/, '.ts'));
      return statement.exportClause.elements.map((element) => ({
        name: element.name.text,
        isType: statement.isTypeOnly || element.isTypeOnly,
        ...declarationOf(from, (element.propertyName ?? element.name).text),
      }));
    }
    // The implementation of an overloaded function is not part of what users see.
    return isExported(statement) && !isImplementation(statement, parse(file))
      ? namesOf(statement).map((name) => ({ name, isType: isType(statement), statement, file }))
      : [];
  });
}

function isImplementation(statement, { statements }) {
  const name = ts.isFunctionDeclaration(statement) && statement.body !== undefined && statement.name?.text;
  return statements.some(
    (other) => ts.isFunctionDeclaration(other) && other.body === undefined && other.name?.text === name,
  );
}

/** @returns the statement of a file that declares a name */
export function declarationOf(file, name) {
  const statement = parse(file).statements.find((one) => namesOf(one).includes(name));
  if (statement === undefined) throw new Error(`${file} does not declare ${name}`);
  return { statement, file };
}

/** @returns each property and method of an interface once: `name(parameters)` and the first sentence of its TSDoc */
export function membersOf({ statement }) {
  const members = new Map();
  for (const member of statement.members) {
    const name = member.name?.getText();
    if (name === undefined || name.startsWith('[') || members.has(name)) continue;
    members.set(name, {
      name,
      signature: `${name}${parametersOf(member)}`,
      member,
      doc: firstSentence(member),
    });
  }
  return [...members.values()];
}

/** @returns the names of the interfaces that an interface extends */
export function heritageOf({ statement }) {
  return (statement.heritageClauses ?? []).flatMap(({ types }) =>
    types.map(({ expression }) => expression.getText()),
  );
}

/** @returns the description in the TSDoc of a declaration, on one line, without its tags */
export function descriptionOf(node) {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(docs.at(-1)?.comment) ?? '';
  return text
    .split(/\n\s*\n/)[0]
    .replace(/\s+/g, ' ')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .trim();
}

export function firstSentence(node) {
  return descriptionOf(node)
    .replace(/(?<=[^.][.`)])\s+(?=[A-Z`]).*$/s, '')
    .replace(/\.$/, '');
}

/** The parameters of a method, or of a property that is a function: `(match, options?)`. */
function parametersOf({ parameters, type }) {
  const all = parameters ?? (type !== undefined && ts.isFunctionTypeNode(type) ? type.parameters : undefined);
  if (all === undefined) return '';
  const names = all.map(
    ({ name, questionToken, dotDotDotToken }) =>
      `${dotDotDotToken ? '...' : ''}${name.getText()}${questionToken ? '?' : ''}`,
  );
  return `(${names.join(', ')})`;
}

function parse(file) {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return statement.name === undefined ? [] : [statement.name.text];
}

function isExported(statement) {
  return (statement.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function isType(statement) {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}
