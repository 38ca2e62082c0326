import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { EventAssertionError } from '../../../src/index.js';
import { uncoloured } from '../../support/failure.js';
import { after, asMethod, byMethod, failures, hasMethod, readTexts, settled } from './failing-texts.js';

const pinned = readTexts(join(import.meta.dirname, 'texts.txt'));

for (const pinnedFailure of failures) {
  if (!hasMethod(pinnedFailure)) continue;
  test(pinnedFailure.name, async () => {
    const { subject } = await after(pinnedFailure);
    const text = byMethod(pinnedFailure, subject);
    assert.equal(settled(text), asMethod(pinned.get(pinnedFailure.name) ?? '', pinnedFailure));
    assert.equal(text, uncoloured(text));
  });
}

test('what is thrown is printed as it is', () => {
  const error = new EventAssertionError('eb.assertPublished(match)\n\nwhy');
  assert.throws(() => assert.ifError(error), { message: /eb\.assertPublished/ });
  assert.match(String(error), /^EventAssertionError: eb\.assertPublished\(match\)\n\nwhy$/);
});
