import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import 'fake-eventbridge/jest';
import { uncoloured } from '../../support/failure.js';
import {
  after,
  asMethod,
  byMatcher,
  byMethod,
  failures,
  hasMethod,
  readTexts,
  settled,
} from './failing-texts.js';

const file = join(__dirname, 'texts.txt');
const isUpdate = process.env['UPDATE_TEXTS'] === '1';
const pinned = existsSync(file) ? readTexts(file) : new Map<string, string>();
const found = new Map<string, string>();

test.each(failures)('$name', async (pinnedFailure) => {
  const { name, assertion, failure } = pinnedFailure;
  const { subject } = await after(pinnedFailure);
  if (assertion.matcher === undefined) {
    found.set(name, settled(byMethod(pinnedFailure, subject)));
  } else {
    const matchers = failure.not ? expect(subject).not : expect(subject);
    const coloured = byMatcher(pinnedFailure, matchers);
    found.set(name, settled(coloured));
    // On a terminal Jest decides for itself.
    const { FORCE_COLOR } = process.env;
    if (FORCE_COLOR !== undefined) expect(coloured !== uncoloured(coloured)).toBe(FORCE_COLOR === '1');
  }
  const text = isUpdate ? found.get(name) : pinned.get(name);
  expect(found.get(name)).toBe(text);
  if (assertion.matcher !== undefined && hasMethod(pinnedFailure)) {
    expect(settled(byMethod(pinnedFailure, subject))).toBe(asMethod(text ?? '', pinnedFailure));
  }
});

test('every pinned text is one that an assertion fails with', () => {
  const written = failures.map(({ name }) => `=== ${name}\n${found.get(name)}\n`).join('\n');
  if (isUpdate) writeFileSync(file, written);
  expect([...readTexts(file).keys()]).toEqual(failures.map(({ name }) => name));
});
