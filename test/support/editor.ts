import { join } from 'node:path';
import ts from 'typescript';
import { root } from './root';

const file = join(root, 'test/types/sample.ts');

/** Where a piece of code is in the sample, and the position of its cursor. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly cursor: number;
}

/**
 * TypeScript's language service, as an editor runs it, over one sample. It has declarations, then pieces of code that
 * use them, each in a function of its own. A `|` in a piece marks the cursor.
 */
export class Editor {
  readonly #declarations: string;
  #text: string;
  /** By their code. */
  readonly #pieces = new Map<string, Piece>();
  readonly #service: ts.LanguageService;
  /** The other files, which do not change: the service asks for each of them whenever the sample has changed. */
  readonly #snapshots = new Map<string, ts.IScriptSnapshot | undefined>();

  constructor(declarations: string) {
    this.#declarations = declarations;
    this.#text = declarations;
    const { config } = ts.readConfigFile(join(root, 'tsconfig.test.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(
      { ...config, include: [], files: [file] },
      ts.sys,
      root,
    );
    // A sample uses some of its declarations, not all.
    options.noUnusedLocals = false;
    this.#service = ts.createLanguageService({
      ...ts.sys,
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
      getCompilationSettings: () => options,
      getScriptFileNames: () => [file],
      getScriptVersion: (name) => (name === file ? String(this.#pieces.size) : '0'),
      getScriptSnapshot: (name) =>
        name === file ? ts.ScriptSnapshot.fromString(this.#text) : this.#snapshotOf(name),
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => name === file || ts.sys.fileExists(name),
      readFile: (name) => (name === file ? this.#text : ts.sys.readFile(name)),
    });
  }

  /** Adds a piece of code to the sample. It is faster to add all pieces before the editor is asked about one. */
  add(code: string): Piece {
    const before = `${this.#text}() => {\n`;
    const cursor = code.lastIndexOf('|');
    const after = cursor < 0 ? code : code.slice(0, cursor) + code.slice(cursor + 1);
    const start = before.length;
    const piece = { start, end: start + after.length, cursor: start + cursor };
    this.#text = `${before}${after}\n};\n`;
    this.#pieces.set(code, piece);
    return piece;
  }

  /** What the editor offers at the cursor, the likeliest first. */
  completions(code: string): string[] {
    const info = this.#service.getCompletionsAtPosition(file, this.#find(code).cursor, undefined);
    return (info?.entries ?? [])
      .filter(({ kind }) => kind !== ts.ScriptElementKind.keyword)
      .sort((one, other) => one.sortText.localeCompare(other.sortText))
      .map(({ name }) => name);
  }

  /** What the editor shows about the name at the cursor: its type, then its documentation. */
  hover(code: string): string {
    const info = this.#service.getQuickInfoAtPosition(file, this.#find(code).cursor);
    const documentation = ts.displayPartsToString(info?.documentation);
    const tags = (info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
    return [ts.displayPartsToString(info?.displayParts), documentation, ...tags].join('\n');
  }

  /** The compiler's errors in a piece of code and in the declarations. */
  errors(code: string): string[] {
    const { start, end } = this.#find(code);
    return this.#service
      .getSemanticDiagnostics(file)
      .filter(({ start: at = 0 }) => at < this.#declarations.length || (at >= start && at <= end))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  #snapshotOf(name: string): ts.IScriptSnapshot | undefined {
    if (!this.#snapshots.has(name)) {
      const text = ts.sys.readFile(name);
      this.#snapshots.set(name, text === undefined ? undefined : ts.ScriptSnapshot.fromString(text));
    }
    return this.#snapshots.get(name);
  }

  #find(code: string): Piece {
    return this.#pieces.get(code) ?? this.add(code);
  }
}
