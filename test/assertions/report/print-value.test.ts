import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { printValue } from '../../../src/assertions/report/print-value';
import { failure } from '../../support/failure';
import { entry, put } from '../../support/put-events';

class Money {
  readonly cents: number;
  readonly #currency: string;
  constructor(cents: number, currency = 'EUR') {
    this.cents = cents;
    this.#currency = currency;
  }
  toJSON(): unknown {
    return `${this.cents / 100} ${this.#currency}`;
  }
}
class Order {
  readonly secret = 'not in the JSON';
  readonly #total: Money;
  constructor(total: Money) {
    this.#total = total;
  }
  toJSON(): unknown {
    return { total: this.#total, items: [{ price: new Money(50) }] };
  }
}
const nothing = { toJSON: () => undefined };

describe('a value that says what it is in JSON is printed as its JSON', () => {
  test.each<[unknown, string]>([
    [new URL('http://zzz/'), '"http://zzz/"'],
    [{ u: new URL('http://zzz/') }, '{ u: "http://zzz/" }'],
    [new Money(150), '"1.5 EUR"'],
    [[new Money(150), { m: new Money(5) }], '["1.5 EUR", { m: "0.05 EUR" }]'],
    [new Order(new Money(150)), '{ total: "1.5 EUR", items: [{ price: "0.5 EUR" }] }'],
    [{ toJSON: () => [1, null] }, '[1, null]'],
    [{ toJSON: () => 5 }, '5'],
    [{ toJSON: () => null }, 'null'],
    [{ a: nothing }, '{ a: undefined }'],
    [{ toJSON: 'a property' }, '{ toJSON: "a property" }'],
    [Buffer.from('a'), '{ type: "Buffer", data: [97] }'],
  ])('%#', (value, printed) => {
    expect(printValue(value)).toBe(printed);
  });

  test('also when it is long, and only its beginning is shown', () => {
    const long = { toJSON: () => Array.from({ length: 1000 }, (_, i) => new Money(i * 100)) };
    expect(printValue(long)).toBe('["0 EUR", "1 EUR", "2 EUR", "3 EUR", … 996 more]');
  });

  test('whole, when its JSON is short enough', () => {
    const url = new URL(`http://shop/${'a'.repeat(300)}`);
    expect(printValue({ url })).toBe(`{\n  url: "${url.href}",\n}`);
  });

  test('but a date as a date, of any realm', () => {
    const dates = [new Date(0), runInNewContext('new Date(0)')];
    for (const date of dates) expect(printValue(date)).toBe('new Date("1970-01-01T00:00:00.000Z")');
  });

  test('but not inside a matcher of a runner, which does not compare its JSON', () => {
    expect(printValue(expect.objectContaining({ m: new Money(5) }))).toBe(
      'expect.objectContaining({ m: { cents: 5 } })',
    );
  });
});

test('a failing assertion prints what it compares', async () => {
  const eb = fakeEventBridge();
  await put(
    eb,
    entry({ Detail: JSON.stringify({ u: 'http://x.y/', m: new Money(500), o: { total: '1 EUR' } }) }),
  );
  const detail = { u: new URL('http://zzz/'), m: new Money(600), o: new Order(new Money(150)) };
  const text = failure(() => eb.assertPublished({ detail: detail as never }));
  expect(text).toContain('u: "http://zzz/"');
  expect(text).toContain('m: "6 EUR"');
  expect(text).toContain('o: { total: "1.5 EUR", items: [{ price: "0.5 EUR" }] }');
  expect(text).toContain('detail.o.items: expected [{ price: "0.5 EUR" }], but it is missing');
  expect(text).not.toMatch(/secret|cents/);
});
