import { expect, test } from '@jest/globals';
import { envelopeJson, envelopeOf } from '../../src/service/envelope';

test('the JSON of an envelope has the detail as the publisher wrote it, at the end', () => {
  const about = {
    id: 'i',
    source: 's',
    detailType: 'd',
    time: 't',
    region: 'r',
    account: 'a',
    resources: ['x'],
  };
  expect(envelopeJson(envelopeOf(about, { n: 1 }), '{ "n": 1.0, "n": 2 }')).toBe(
    '{"version":"0","id":"i","detail-type":"d","source":"s","account":"a","time":"t","region":"r","resources":["x"],"detail":{ "n": 1.0, "n": 2 }}',
  );
});
