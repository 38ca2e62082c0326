import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge, type SchemaIssue, type StandardSchema } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { order, orderSchema, send } from '../failures/given';

let eb = fakeEventBridge();
beforeEach(() => {
  eb = fakeEventBridge();
});

/** A schema that has the same issues with every value. */
const withIssues = (...issues: SchemaIssue[]): StandardSchema => ({
  '~standard': { version: 1, vendor: 'shop', validate: () => ({ issues }) },
});

test('an issue is about a property, an item, what is missing, or the whole detail', async () => {
  eb.contract(
    'shop.orders',
    'OrderPlaced',
    withIssues(
      { message: 'is wrong', path: ['items', 1, 'sku'] },
      { message: 'is required', path: ['customer', 'id'] },
      { message: 'is too long', path: ['items', 2] },
      { message: 'has no such item', path: ['orderId', 0] },
      { message: 'is not an order' },
    ),
  );
  await send(eb, order('o-1', { items: [{ sku: 'a' }, { sku: 'b' }] }));

  const text = failure(() => eb.assertContracts());
  expect(text).toContain('Expected every detail to keep its contract, but 1 detail does not.');
  expect(text).toContain('sent in call 1, breaks its contract:');
  expect(text).toContain('  detail.items[1].sku: is wrong (received "b")\n');
  expect(text).toContain('  detail.customer.id: is required (it is missing)\n');
  expect(text).toContain('  detail.items[2]: is too long (it is missing)\n');
  expect(text).toContain('  detail.orderId[0]: has no such item (it is missing)\n');
  expect(text).toContain('  detail: is not an order\n');
  expect(text).toMatch(/ {2}contract declared at .*contracts-kept\.test\.ts:…/);
  expect(text).not.toContain('more issue');
});

test('the first five issues are listed', async () => {
  const issue = { message: 'is wrong', path: ['orderId'] };
  eb.contract('shop.orders', 'OrderPlaced', withIssues(...Array.from({ length: 6 }, () => issue)));
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertContracts())).toMatch(
    /( {2}detail\.orderId: .*\n){5} {2}… and 1 more issue\n/,
  );

  eb.reset();
  eb.contract('shop.orders', 'OrderPlaced', withIssues(...Array.from({ length: 7 }, () => issue)));
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertContracts())).toContain('  … and 2 more issues\n');

  eb.reset();
  eb.contract('shop.orders', 'OrderPlaced', withIssues(...Array.from({ length: 5 }, () => issue)));
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertContracts())).not.toContain('more issue');
});

test('the first five details that break it are described, the others counted', async () => {
  eb.contract('shop.orders', 'OrderPlaced', orderSchema);
  await send(eb, ...[1, 2, 3, 4, 5].map((n) => order(`o-${n}`)));
  const five = failure(() => eb.assertContracts());
  expect(five.match(/breaks its contract/g)).toHaveLength(5);
  expect(five).not.toContain('console.log(eb.breaches)');

  await send(eb, order('o-6'), order('o-7'));
  const seven = failure(() => eb.assertContracts());
  expect(seven).toContain('but 7 details do not.');
  expect(seven.match(/breaks its contract/g)).toHaveLength(5);
  expect(seven).toContain('… and 2 more: console.log(eb.breaches)');
});

test('the same detail in several calls is described once, with the first five of its calls', async () => {
  eb.contract('shop.orders', 'OrderPlaced', orderSchema);
  await send(eb, order('o-1'));
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertContracts())).toContain('sent in calls 1, 2, breaks its contract');
  for (let n = 0; n < 3; n++) await send(eb, order('o-1'));
  expect(failure(() => eb.assertContracts())).toContain('sent in calls 1, 2, 3, 4, 5, breaks its contract');
  await send(eb, order('o-1'));
  expect(failure(() => eb.assertContracts())).toContain(
    'sent in calls 1, 2, 3, 4, 5 (6 times in total), breaks its contract',
  );
});

test('without a contract it fails, whichever way it is asserted', () => {
  const words = /: no contract is declared\. Declare one with eb\.contract/;
  expect(failure(() => eb.assertContracts())).toMatch(words);
  expect(failure(() => expect(eb).not.toHaveKeptContracts())).toMatch(words);
});

test('before an asynchronous schema has judged, it fails whichever way it is asserted', async () => {
  let judge = (_: { value: unknown }) => {};
  const judged = new Promise<{ value: unknown }>((resolve) => {
    judge = resolve;
  });
  eb.contract('shop.orders', 'OrderPlaced', {
    '~standard': { version: 1, vendor: 'shop', validate: () => judged },
  });
  await send(eb, order('o-1'), order('o-2'));
  const words =
    /an asynchronous schema has not checked 2 details yet\. Call await eb\.contractsChecked\(\) first\./;
  expect(failure(() => eb.assertContracts())).toMatch(words);
  expect(failure(() => expect(eb).not.toHaveKeptContracts())).toMatch(words);
  expect(failure(() => eb.verify())).toContain('An asynchronous schema has not checked 2 details yet.');

  judge({ value: {} });
  await eb.contractsChecked();
  eb.assertContracts();
});
