/** What the library reads of the state of Jest's runner. No public function of Jest says it. */
export interface JestState {
  readonly currentDescribeBlock?: object;
  /** Whether Jest runs tests and hooks; before, it loads the test file. */
  readonly hasStarted?: boolean;
  readonly currentlyRunningTest?: { readonly errors?: readonly unknown[] } | null;
  readonly rootDescribeBlock?: JestBlock;
}

/** A describe, or a test in it. */
interface JestBlock {
  readonly concurrent?: boolean;
  readonly children?: readonly JestBlock[];
}

/** The state of Jest's runner, where it is Jest that runs. */
export function jestState(): JestState | undefined {
  const key = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  return key === undefined ? undefined : Reflect.get(globalThis, key);
}

/** Whether the test file that Jest runs has a `test.concurrent`. */
export function hasConcurrentTests(): boolean {
  const root = jestState()?.rootDescribeBlock;
  return root !== undefined && isConcurrent(root);
}

function isConcurrent({ concurrent, children = [] }: JestBlock): boolean {
  return concurrent === true || children.some(isConcurrent);
}
