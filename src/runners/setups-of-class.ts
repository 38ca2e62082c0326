import { FakeEventBridgeError } from '../base/errors.js';
import { SETUPS } from '../base/symbols.js';

/** How a fake connects and disconnects a class of clients. */
export interface ClassConnection {
  install(clientClass: unknown, method: string, at: string | undefined): void;
  uninstall(clientClass: object): void;
}

/** A set-up between its `beforeAll` and its `afterAll`. */
export interface SetupInForce {
  readonly connection: ClassConnection;
  /** The location of the call, `file:line:column`. */
  readonly at: string | undefined;
  /** The file of the call. */
  readonly file: string | undefined;
  /** The describe block of the call, or the file, where the runner says which it is. */
  readonly block: object | undefined;
  /** Whether its hooks run for the tests of every file in the process. */
  readonly isForAllFiles: boolean;
}

/**
 * The set-ups of one class that are in force, outermost first. One of them is connected: the innermost. One process may
 * load several test files. Then a set-up at the top level of a test file serves that file. One that several files
 * share, such as in a setup file, serves the others.
 */
export class SetupsOfClass {
  readonly #clientClass: object;
  readonly #inForce: SetupInForce[] = [];
  readonly #testFiles: string[] = [];
  #connected: SetupInForce | undefined;

  constructor(clientClass: object) {
    this.#clientClass = clientClass;
  }

  add(setup: SetupInForce): void {
    const other = this.#inForce.find(({ block }) => block !== undefined && block === setup.block);
    if (other?.file !== undefined && other.file === setup.file) throw this.#calledTwice(setup, other);
    this.#inForce.push(setup);
    this.#connect(setup);
  }

  /**
   * Before a test: connects the set-up that serves it.
   * @param testFile the file of the test, where the process loads several files
   */
  select(testFile: string | undefined): void {
    const innermost = this.#inForce.at(-1);
    if (innermost === undefined || !innermost.isForAllFiles || testFile === undefined) {
      this.#connect(innermost);
      return;
    }
    this.noteTestFiles([testFile]);
    const shared = this.#inForce.find(({ file }) => !this.#testFiles.some((each) => isSameFile(file, each)));
    this.#connect(this.#ofFile(testFile) ?? shared ?? innermost);
  }

  /** A set-up in one of these files serves the tests of that file alone. */
  noteTestFiles(files: readonly string[]): void {
    for (const file of files) if (!this.#testFiles.includes(file)) this.#testFiles.push(file);
  }

  remove(setup: SetupInForce): void {
    const index = this.#inForce.indexOf(setup);
    if (index < 0) return;
    this.#inForce.splice(index, 1);
    this.#connect(this.#inForce.at(-1));
  }

  #ofFile(testFile: string): SetupInForce | undefined {
    const innermostFirst = [...this.#inForce].reverse();
    return (
      innermostFirst.find(({ file }) => file === testFile) ??
      innermostFirst.find(({ file }) => isSameFile(file, testFile))
    );
  }

  #connect(setup: SetupInForce | undefined): void {
    if (this.#connected !== setup) this.#connected?.connection.uninstall(this.#clientClass);
    this.#connected = setup;
    // Again for each test: the test before may have called `restore()`.
    setup?.connection.install(this.#clientClass, 'setupFakeEventBridge', setup.at);
  }

  #calledTwice({ at = '' }: SetupInForce, other: SetupInForce): FakeEventBridgeError {
    const { name } = this.#clientClass as { readonly name: string };
    return new FakeEventBridgeError(
      'ERR_ALREADY_INSTALLED',
      [
        `setupFakeEventBridge is called twice for ${name} in the same block, at ${other.at} and at ${at}.`,
        'A class is connected to one fake at a time. Use one set-up for both, or move one into a describe of its own.',
      ].join('\n'),
    );
  }
}

/** The set-ups of a class in this process, or in this sandbox of a runner: all copies of the package share them. */
export function setupsOf(clientClass: object): SetupsOfClass {
  const home = globalThis as { [SETUPS]?: WeakMap<object, SetupsOfClass> };
  home[SETUPS] ??= new WeakMap();
  const known = home[SETUPS].get(clientClass);
  if (known !== undefined) return known;
  const setups = new SetupsOfClass(clientClass);
  home[SETUPS].set(clientClass, setups);
  return setups;
}

/** A source file and what it is compiled to have the same name, in different folders. */
function isSameFile(one: string | undefined, other: string): boolean {
  return one !== undefined && (one === other || nameOf(one) === nameOf(other));
}

function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
