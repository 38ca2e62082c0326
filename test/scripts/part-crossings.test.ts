import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { crossingsInto } from '../../scripts/part-crossings.mjs';

let sources: string;
beforeEach(() => {
  sources = mkdtempSync(join(tmpdir(), 'fake-eventbridge-sources-'));
});
afterEach(() => rmSync(sources, { recursive: true }));

function write(file: string, code: string): string {
  const path = join(sources, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
  return path;
}

describe('what crosses into a part that is loaded on demand', () => {
  test('is a function, and types do not count', () => {
    const pattern = write('pattern/matches.ts', 'export function matches() {}\nexport interface Options {}');
    write('index.ts', "export { matches, type Options } from './pattern/matches.js';");
    write('rules/rule.ts', "import type { Options } from '../pattern/matches.js';");
    write('pattern/explain.ts', "import { matches } from './matches.js';\nmatches();");

    expect(crossingsInto(sources)).toEqual(
      new Map([['patterns', new Map([[pattern, new Set(['matches'])]])]]),
    );
  });

  test.each(['export const MAX = 3;', 'export class MAX {}'])('fails the build as %s', (code) => {
    write('cloudformation/limits.ts', code);
    write('rules/rule.ts', "import { MAX } from '../cloudformation/limits.js';\nconsole.log(MAX);");

    expect(() => crossingsInto(sources)).toThrow(
      'src/rules/rule.ts: MAX is not a function, so it cannot be loaded on demand',
    );
  });
});
