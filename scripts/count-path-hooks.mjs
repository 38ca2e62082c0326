// Module hooks that load `src` from its TypeScript, each function noting its file and name when it is called.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import ts from './typescript.mjs';

const SOURCES = new URL('../src/', import.meta.url).href;

export function resolve(specifier, context, next) {
  const isSource = specifier.startsWith('.') && context.parentURL?.startsWith(SOURCES);
  return next(isSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(SOURCES) || !url.endsWith('.ts')) return next(url, context);
  const source = readFileSync(fileURLToPath(url), 'utf8');
  const { code } = await transform(withNotes(source, url.slice(SOURCES.length)), { loader: 'ts' });
  return { format: 'module', source: code, shortCircuit: true };
}

/** The source with `noteCall(file, name)` at the start of each function. */
function withNotes(source, file) {
  const inserted = [];
  const visit = (node) => {
    const { body } = node;
    if (ts.isFunctionLike(node) && body !== undefined) {
      const note = `noteCall(${JSON.stringify(file)}, ${JSON.stringify(nameOf(node))})`;
      if (ts.isBlock(body)) inserted.push({ at: startOf(body), text: `${note};` });
      else inserted.push({ at: body.getStart(), text: `(${note}, ` }, { at: body.end, text: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true));
  let noted = source;
  for (const { at, text } of inserted.sort((one, other) => other.at - one.at))
    noted = noted.slice(0, at) + text + noted.slice(at);
  return noted;
}

/** Where the note goes. What has to come first stays first: a call of `super`. */
function startOf(body) {
  const [first] = body.statements;
  return first !== undefined && isSuperCall(first) ? first.end : body.getStart() + 1;
}

function isSuperCall(statement) {
  return (
    ts.isExpressionStatement(statement) &&
    ts.isCallExpression(statement.expression) &&
    statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword
  );
}

/** The name of a function, of the variable or property that holds it, or '' for one without. */
function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return `new ${node.parent.name?.text ?? ''}`;
  const { name } = node.name ? node : (node.parent ?? {});
  return name === undefined || !('text' in name) ? '' : name.text;
}
