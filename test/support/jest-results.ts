/** What Jest writes with `--json`, and Vitest with its reporter `json`. */
export interface JestResults {
  readonly testResults: readonly {
    /** The path of the test file. */
    readonly name: string;
    /** How its tests failed, or why none has run. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
