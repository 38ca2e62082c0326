import { afterEach, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

test('a match with more values than a first look takes is compared as a whole', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`p${n}`, `value-${n}`]));
  await put(eb, entry({ Detail: JSON.stringify(many) }));
  eb.assertPublished({ detail: many });
  for (const name of Object.keys(many)) eb.assertNotPublished({ detail: { ...many, [name]: 'another' } });
});

test('plain strings are found however the JSON of the detail writes them', async () => {
  await put(
    eb,
    entry({ Detail: String.raw`{"a":"\u0078y","b":"q\"\\","c":"é","d":"😀","e":1.0,"f":"tab\t"}` }),
  );
  eb.assertPublished({ detail: { a: 'xy', b: 'q"\\', c: 'é', d: '😀', e: 1, f: 'tab\t' } });
  for (const other of [{ a: 'x' }, { b: 'q"' }, { c: 'e' }, { d: '' }, { e: 2 }, { f: 'tab' }])
    eb.assertNotPublished({ detail: other });
});
