import { join } from 'node:path';
import ts from 'typescript';
import { root } from './root';

const file = join(root, 'test/types/sample.ts');

/** TypeScript's language service, as an editor runs it, over one sample whose code changes. A `|` marks the cursor. */
export class Editor {
  #text = '';
  #version = 0;
  readonly #service: ts.LanguageService;

  constructor() {
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
      getScriptVersion: (name) => (name === file ? String(this.#version) : '0'),
      getScriptSnapshot: (name) => {
        const text = name === file ? this.#text : ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (name) => name === file || ts.sys.fileExists(name),
      readFile: (name) => (name === file ? this.#text : ts.sys.readFile(name)),
    });
  }

  /** What the editor offers at the cursor, the likeliest first. */
  completions(code: string): string[] {
    const position = this.#open(code);
    const info = this.#service.getCompletionsAtPosition(file, position, undefined);
    return (info?.entries ?? [])
      .filter(({ kind }) => kind !== ts.ScriptElementKind.keyword)
      .sort((one, other) => one.sortText.localeCompare(other.sortText))
      .map(({ name }) => name);
  }

  /** What the editor shows about the name at the cursor: its type, then its documentation. */
  hover(code: string): string {
    const position = this.#open(code);
    const info = this.#service.getQuickInfoAtPosition(file, position);
    const documentation = ts.displayPartsToString(info?.documentation);
    const tags = (info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
    return [ts.displayPartsToString(info?.displayParts), documentation, ...tags].join('\n');
  }

  /** The compiler's errors. */
  errors(code: string): string[] {
    this.#open(`${code}|`);
    return this.#service
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  /** @returns the position of the cursor */
  #open(code: string): number {
    const position = code.lastIndexOf('|');
    this.#text = code.slice(0, position) + code.slice(position + 1);
    this.#version += 1;
    return position;
  }
}
