// Module hooks that load `src` from its TypeScript, each function noting its file and name when it is called.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from './typescript.mjs';

const SOURCES = new URL('../src/', import.meta.url).href;

export function resolve(specifier, context, next) {
  const isSource = specifier.startsWith('.') && context.parentURL?.startsWith(SOURCES);
  return next(isSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export function load(url, context, next) {
  if (!url.startsWith(SOURCES) || !url.endsWith('.ts')) return next(url, context);
  const file = url.slice(SOURCES.length);
  const { outputText } = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
    fileName: file,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
    transformers: { before: [(context) => (source) => withNotes(source, file, context)] },
  });
  return { format: 'module', source: outputText, shortCircuit: true };
}

/** The source with `noteCall(file, name)` at the start of each function. */
function withNotes(source, file, context) {
  const { factory } = context;
  const note = (name) =>
    factory.createExpressionStatement(
      factory.createCallExpression(factory.createIdentifier('noteCall'), undefined, [
        factory.createStringLiteral(file),
        factory.createStringLiteral(name),
      ]),
    );
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    const { body } = visited;
    if (!ts.isFunctionLike(visited) || body === undefined) return visited;
    const statements = ts.isBlock(body) ? body.statements : [factory.createReturnStatement(body)];
    const [first] = statements;
    // What has to come first stays first: a call of `super`.
    const head = first !== undefined && isSuperCall(first) ? [first] : [];
    const noted = factory.createBlock([...head, note(nameOf(node)), ...statements.slice(head.length)], true);
    return withBody(visited, noted, factory);
  };
  return ts.visitNode(source, visit);
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

function withBody(node, body, factory) {
  const { modifiers, name, typeParameters, parameters, type, asteriskToken } = node;
  switch (node.kind) {
    case ts.SyntaxKind.ArrowFunction:
      return factory.updateArrowFunction(
        ...[node, modifiers, typeParameters, parameters, type, node.equalsGreaterThanToken, body],
      );
    case ts.SyntaxKind.FunctionExpression:
      return factory.updateFunctionExpression(
        ...[node, modifiers, asteriskToken, name, typeParameters, parameters, type, body],
      );
    case ts.SyntaxKind.FunctionDeclaration:
      return factory.updateFunctionDeclaration(
        ...[node, modifiers, asteriskToken, name, typeParameters, parameters, type, body],
      );
    case ts.SyntaxKind.MethodDeclaration:
      return factory.updateMethodDeclaration(
        ...[node, modifiers, asteriskToken, name, node.questionToken, typeParameters, parameters, type, body],
      );
    case ts.SyntaxKind.Constructor:
      return factory.updateConstructorDeclaration(node, modifiers, parameters, body);
    case ts.SyntaxKind.GetAccessor:
      return factory.updateGetAccessorDeclaration(node, modifiers, name, parameters, type, body);
    case ts.SyntaxKind.SetAccessor:
      return factory.updateSetAccessorDeclaration(node, modifiers, name, parameters, body);
    default:
      return node;
  }
}
