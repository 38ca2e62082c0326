import { describe, expect, test } from '@jest/globals';
import { Editor } from '../support/editor';

const editor = new Editor(`
import { expect } from '@jest/globals';
import { fakeEventBridge, pattern } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import 'fake-eventbridge/vitest';
import sinon from 'sinon';
import * as vitest from 'vitest';
interface OrderPlaced {
  orderId: string;
  total: number;
  status: 'new' | 'paid';
  gift?: boolean;
  items?: { sku: string; price: number }[];
}
interface Events {
  OrderPlaced: OrderPlaced;
  OrderPaid: { orderId: string; paidAt: Date | null };
}
const eb = fakeEventBridge<Events>();
const open = fakeEventBridge();
`);

/** Adds the code of each case, which follows its title, so that the compiler reads the code of all cases at once. */
function inEditor<Case extends readonly [title: string, code: string, ...expected: unknown[]]>(
  cases: readonly Case[],
): readonly Case[] {
  for (const [, code] of cases) editor.add(code);
  return cases;
}

const EVENT = [
  'account',
  'bus',
  'detail',
  'detailJson',
  'detailType',
  'id',
  'region',
  'resources',
  'source',
  'time',
  'traceHeader',
];
const PLACED = ['gift', 'items', 'orderId', 'status', 'total'];
const ENTRY_ERRORS = [
  'InternalFailure',
  'ThrottlingException',
  'AccessDeniedException',
  'InvalidAccountIdException',
  'InvalidArgument',
  'MalformedDetail',
  'RedactionFailure',
  'NotAuthorizedForSourceException',
  'NotAuthorizedForDetailTypeException',
];
const PATTERN = [
  '"detail-type"',
  '$or',
  'account',
  'detail',
  'id',
  'region',
  'resources',
  'source',
  'time',
  'version',
];

describe('in a match an editor offers', () => {
  test.each(
    inEditor<[string, string, string[]]>([
      ['the properties of an event', 'eb.assertPublished({ | });', EVENT],
      ['the same without a catalog', 'open.assertPublished({ | });', EVENT],
      ['the same in a matcher', 'expect(eb).toHavePublished({ | });', EVENT],
      ['the same in a fault', "eb.failEntry({ | }, 'InternalFailure');", EVENT],
      [
        'the detail types of the catalog',
        "eb.assertPublished({ detailType: '|' });",
        ['OrderPlaced', 'OrderPaid'],
      ],
      [
        'the properties of the detail',
        "eb.assertPublished({ detailType: 'OrderPlaced', detail: { | } });",
        PLACED,
      ],
      [
        'those of every detail, without a detail type',
        'eb.assertPublished({ detail: { | } });',
        ['gift', 'items', 'orderId', 'paidAt', 'status', 'total'],
      ],
      [
        'those of an object in an array',
        "eb.assertPublished({ detailType: 'OrderPlaced', detail: { items: [{ | }] } });",
        ['price', 'sku'],
      ],
      [
        'the values of a property',
        "eb.assertPublished({ detailType: 'OrderPlaced', detail: { status: '|' } });",
        ['new', 'paid'],
      ],
      [
        'the properties of the detail, in a matcher of Jest',
        "expect(eb).toHavePublished({ detailType: 'OrderPlaced', detail: { | } });",
        PLACED,
      ],
      [
        'the properties of the detail, in a matcher of Vitest',
        "vitest.expect(eb).not.toHavePublished({ detailType: 'OrderPlaced', detail: { | } });",
        PLACED,
      ],
      [
        'the properties of an event, in a matcher of Vitest',
        'vitest.expect(eb).toHavePublished({ | });',
        EVENT,
      ],
      ['the same of one bus', "eb.bus('orders').assertPublished({ | });", EVENT],
      [
        'the properties of the detail of one bus',
        "eb.bus('orders').assertPublished({ detailType: 'OrderPlaced', detail: { | } });",
        PLACED,
      ],
      [
        'the properties of the detail, in a fault',
        "eb.failEntry({ detailType: 'OrderPlaced', detail: { | } }, 'InternalFailure');",
        PLACED,
      ],
      ['the errors of a fault', "eb.failEntry('any', '|');", ENTRY_ERRORS],
      [
        'the same in an array of matches',
        "expect(eb).toHavePublishedInOrder([{ detailType: 'OrderPlaced', detail: { | } }]);",
        PLACED,
      ],
    ]),
  )('%s', (_, code, offered) => {
    expect(editor.completions(code)).toEqual(offered);
  });
});

describe('in a pattern an editor offers', () => {
  test.each(
    inEditor<[string, string, string[]]>([
      ['the fields of an event', "eb.rule('big', { | });", PATTERN],
      ['the same without a catalog', "open.rule('big', { | });", PATTERN],
      ['the detail types', "eb.rule('big', { 'detail-type': ['|'] });", ['OrderPlaced', 'OrderPaid']],
      ['the fields of a detail', 'pattern<OrderPlaced>({ detail: { | } });', ['$or', ...PLACED]],
    ]),
  )('%s', (_, code, offered) => {
    expect(editor.completions(code)).toEqual(offered);
  });
});

describe('a misspelt name is an error that names the right one', () => {
  test.each(
    inEditor<[string, string, string]>([
      [
        'a property of an event',
        "eb.assertPublished({ sorce: 'shop' });",
        "'sorce' does not exist in type 'Match<Events>'. Did you mean to write 'source'?",
      ],
      [
        'the same without a catalog',
        "expect(open).toHavePublished({ sorce: 'shop' });",
        "'sorce' does not exist in type 'Match<AnyEvents>'. Did you mean to write 'source'?",
      ],
      [
        'a detail type',
        "eb.assertPublished({ detailType: 'OrderPlacd' });",
        `'"OrderPlacd"' is not assignable to type '"OrderPlaced" | "OrderPaid" | ValueMatcher<DetailTypeOf<Events>>'. Did you mean '"OrderPlaced"'?`,
      ],
      [
        'a detail type in a matcher of Vitest',
        "vitest.expect(eb).toHavePublished({ detailType: 'OrderPlacd' });",
        `Did you mean '"OrderPlaced"'?`,
      ],
      [
        'a property of a detail',
        "eb.assertPublished({ detailType: 'OrderPlaced', detail: { ordrId: 'o-1' } });",
        "'ordrId' does not exist in type '{ readonly orderId?: Value<string> | undefined; readonly total?: Value<number> | undefined;",
      ],
      [
        'a property of a detail in a matcher of Jest',
        "expect(eb).toHavePublished({ detailType: 'OrderPlaced', detail: { ordrId: 'o-1' } });",
        "'ordrId' does not exist in type '{ readonly orderId?:",
      ],
      [
        'a property of a detail in a matcher of Vitest',
        "vitest.expect(eb).toHavePublished({ detailType: 'OrderPlaced', detail: { ordrId: 'o-1' } });",
        "'ordrId' does not exist in type '{ readonly orderId?:",
      ],
      [
        'a detail type in a fault',
        "eb.failEntry({ detailType: 'OrderPlacd' }, 'InternalFailure');",
        `Did you mean '"OrderPlaced"'?`,
      ],
      [
        'a detail type of one bus',
        "eb.bus('orders').assertPublished({ detailType: 'OrderPlacd' });",
        `Did you mean '"OrderPlaced"'?`,
      ],
      [
        'the detail type of a rule',
        "eb.rule('big', { 'detail-type': ['OrderPlacd'] });",
        `Did you mean '"OrderPlaced"'?`,
      ],
      [
        'a field of a rule',
        "eb.rule('big', { detail: { ordrId: ['o-1'] } });",
        "'ordrId' does not exist in type 'readonly AnyOperator[] | ({ readonly orderId?:",
      ],
    ]),
  )('%s', (_, code, text) => {
    expect(editor.errors(code)).toEqual([expect.stringContaining(text)]);
  });
});

test.each(
  inEditor([
    ['an object for a number', "eb.assertPublished({ detailType: 'OrderPlaced', detail: { total: {} } });"],
    ['a string for a number', "eb.assertPublished({ detailType: 'OrderPlaced', detail: { total: '1' } });"],
    ['a predicate that is asynchronous', 'eb.assertPublished(async () => true);'],
  ]),
)('%s does not compile', (_, code) => {
  expect(editor.errors(code)).toHaveLength(1);
});

test.each(
  inEditor(
    [
      ['matchers of Jest', 'expect.any(String)', 'expect.objectContaining({})'],
      ['matchers of Vitest', 'vitest.expect.any(String)', 'vitest.expect.objectContaining({})'],
      ['matchers of Sinon', 'sinon.match.string', 'sinon.match({})'],
      ['patterns', "pattern({ prefix: ['o-'] })", "pattern({ orderId: ['o-1'] })"],
      ['predicates', "(id) => id.startsWith('o-')", '({ orderId, total }) => orderId.length > total'],
    ].map(([title = '', ofString = '', ofObject = '']): [string, string] => [
      title,
      `
      eb.assertPublished({ detailType: 'OrderPlaced', detail: ${ofObject} });
      eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderId: ${ofString}, items: [${ofObject.startsWith('(') ? '(item) => item.price > 1' : ofObject}] } });
      eb.assertPublished({ source: ${ofString}, resources: [${ofString}], time: new Date() });
      open.assertPublished({ source: ${ofString}, detail: { anything: ${ofString.startsWith('(') ? '(id: string) => id.length > 1' : ofString} } });
      eb.assertPublishedExactly([${ofObject.startsWith('(') ? "(event) => event.detailType === 'OrderPaid' && event.detail.paidAt !== null" : ofObject}]);
    `,
    ]),
  ),
)('%s can be anywhere in a match', (_, code) => {
  expect(editor.errors(code)).toEqual([]);
});

test.each(
  inEditor(
    [
      'eb.ru|le',
      'open.ru|le',
      'eb.assert|Published',
      'eb.fail|Entry',
      'eb.b|us',
      "eb.bus('orders').assert|Published",
      "expect(eb.bus('orders')).toHave|Published",
      "vitest.expect(eb.bus('orders')).toHave|Published",
      'vitest.expect(eb).toHavePublished|Times',
      'expect(eb).toHave|Published',
      'vitest.expect(eb).toHave|Published',
      'expect(eb).toHavePublished|Times',
      'expect(eb).toHaveLostNo|Events',
    ].map((code) => [code, code] as const),
  ),
)('what an editor shows about %s fits in ten lines', (_, code) => {
  const shown = editor.hover(code);

  expect(shown.split('\n').length).toBeLessThanOrEqual(10);
  expect(shown).not.toContain('$1');
  expect(shown).not.toMatch(/\.\.\. \d+ more/);
});
