import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { partOf } from './parts.mjs';
import ts from './typescript.mjs';

/**
 * What files of `src` import from parts that they do not belong to.
 * @returns by part, by file, the names
 * @throws when a name is not that of a function: only a function can wait until its part is loaded
 */
export function crossingsInto(sources) {
  const crossings = new Map();
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    for (const { from, names } of valueImports(join(sources, file))) {
      const part = partOf(relative(sources, from));
      if (part === undefined || part === partOf(file)) continue;
      const functions = functionsOf(from);
      for (const name of names) {
        if (!functions.has(name))
          throw new Error(`src/${file}: ${name} is not a function, so it cannot be loaded on demand`);
      }
      if (!crossings.has(part)) crossings.set(part, new Map());
      const files = crossings.get(part);
      files.set(from, new Set([...(files.get(from) ?? []), ...names]));
    }
  }
  return crossings;
}

function statementsOf(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest).statements;
}

/** The imports and re-exports of values, and not of types. */
function valueImports(path) {
  return statementsOf(path).flatMap((statement) => {
    const { moduleSpecifier, importClause, exportClause, isTypeOnly } = statement;
    if (!moduleSpecifier?.text.startsWith('.') || isTypeOnly || importClause?.isTypeOnly) return [];
    const names = ((importClause?.namedBindings ?? exportClause)?.elements ?? [])
      .filter((element) => !element.isTypeOnly)
      .map(({ propertyName, name }) => (propertyName ?? name).text);
    return [{ from: resolve(path, '..', moduleSpecifier.text).replace(/\.js$/, '.ts'), names }];
  });
}

function functionsOf(path) {
  const declared = statementsOf(path).filter(ts.isFunctionDeclaration);
  return new Set(declared.map(({ name }) => name.text));
}
