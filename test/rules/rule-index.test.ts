import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { RuleIndex } from '../../src/rules/rule-index';
import { entry, put } from '../support/put-events';

test('only patterns that may match an event are candidates for it', () => {
  const index = new RuleIndex<string>();
  index.add('{"source":["a"],"detail-type":["t"]}', 'both');
  index.add('{"source":["a","b"]}', 'sources');
  index.add('{"detail-type":["t"]}', 'type');
  index.add('{"source":[{"prefix":"a"}]}', 'prefix');
  index.add('{"source":["a"],"$or":[{"source":["z"]},{"detail-type":["u"]}]}', 'or');
  index.add('{"source":["::1"]}', 'address');
  index.add('{"source":["z"],"":{"source":["a"]}}', 'empty name');
  index.add('{"source":["z"]} and more', 'more');
  index.add(JSON.stringify({ source: Array.from({ length: 101 }, (_, i) => `s${i}`) }), 'very many');
  expect(index.candidates('a', 't').sort()).toEqual([
    'address',
    'both',
    'empty name',
    'more',
    'or',
    'prefix',
    'sources',
    'type',
    'very many',
  ]);
  expect(index.candidates('c', 'u').sort()).toEqual([
    'address',
    'empty name',
    'more',
    'or',
    'prefix',
    'very many',
  ]);
});

test('hundreds of rules: those that match, in the order of their declaration', async () => {
  const eb = fakeEventBridge();
  for (let i = 0; i < 300; i++) {
    eb.rule(`type-${i}`, { 'detail-type': [`Type${i}`] });
    eb.rule(`any-${i}`, { source: ['shop.orders'], detail: { n: [i] } });
  }
  eb.rule('last', { source: ['shop.orders'], 'detail-type': ['Type7', 'Type8'] });
  await put(eb, entry({ DetailType: 'Type7', Detail: '{"n":[299,3]}' }));
  expect(eb.events[0]?.matchedRules).toEqual(['any-3', 'type-7', 'any-299', 'last']);
});
