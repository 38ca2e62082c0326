/** What Jest's runtime keeps of the files that a test file has loaded. */
interface TransformCache {
  readonly transforms: Map<string, { readonly code: string; readonly sourceMapPath: string }>;
  readonly sourceMaps: Map<string, string>;
  transform(file: string, options?: { readonly isInternalModule: boolean }): string;
}

/** Has the cache of a test file take what another test file of this process has read and transformed. */
export function readOnce(
  cache: TransformCache,
  config: { readonly transform: readonly unknown[]; readonly transformIgnorePatterns: readonly string[] },
): void;
