import { expect, test } from '@jest/globals';
import { readOnce } from './read-once.cjs';

/** The cache of a test file, whose transform puts a mark before the name of the file. It counts what it transforms. */
function cacheOf(mark: string) {
  const transforms = new Map<string, { code: string; sourceMapPath: string }>();
  const transformed: string[] = [];
  const cache = {
    transforms,
    sourceMaps: new Map<string, string>(),
    transformed,
    transform(file: string, options?: { isInternalModule: boolean }): string {
      transformed.push(file);
      if (options?.isInternalModule) return file;
      const code = mark + file;
      transforms.set(file, { code, sourceMapPath: `${file}.map` });
      return code;
    },
  };
  readOnce(cache, { transform: [['\\.ts$', mark, {}]], transformIgnorePatterns: [] });
  return cache;
}

test('a file is transformed for the first test file alone, and has its source map in each', () => {
  const [first, second] = [cacheOf('a:'), cacheOf('a:')];

  expect([first.transform('x.ts'), second.transform('x.ts'), second.transform('x.ts')]).toEqual([
    'a:x.ts',
    'a:x.ts',
    'a:x.ts',
  ]);
  expect([first.transformed, second.transformed]).toEqual([['x.ts'], []]);
  expect(second.sourceMaps.get('x.ts')).toBe('x.ts.map');
  expect(second.transforms).toEqual(first.transforms);
});

test('a project with another transform has its own', () => {
  const [plain, mutated] = [cacheOf('plain:'), cacheOf('mutated:')];

  expect([plain.transform('y.ts'), mutated.transform('y.ts')]).toEqual(['plain:y.ts', 'mutated:y.ts']);
});

test('a file of Jest itself is read once, and is not among the transformed', () => {
  const [first, second] = [cacheOf('b:'), cacheOf('c:')];

  for (const cache of [first, second])
    expect(cache.transform('z.js', { isInternalModule: true })).toBe('z.js');
  expect(second.transformed).toEqual([]);
  expect(second.transforms.size).toBe(0);
});
