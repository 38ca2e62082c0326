import { describe, expect, test } from '@jest/globals';
import { busExists, busName, busNameViolations, isBusName, isOnBus } from '../../src/service/event-bus';

const origin = { region: 'us-east-1', account: '123456789012' };
const arn = (name: string, region = 'us-east-1', account = '123456789012') =>
  `arn:aws:events:${region}:${account}:event-bus/${name}`;

describe('the name of a bus', () => {
  test.each([
    [undefined, 'default'],
    ['orders', 'orders'],
    ['', ''],
    [arn('orders'), 'orders'],
    [arn('orders').replace('arn:aws', 'arn:aws-cn'), 'orders'],
    [arn('a/b'), 'a/b'],
    [arn('orders', 'eu-west-1'), arn('orders', 'eu-west-1')],
    [arn('orders', 'us-east-1', '999999999999'), arn('orders', 'us-east-1', '999999999999')],
    ['arn:aws:sqs:us-east-1:123456789012:orders', 'arn:aws:sqs:us-east-1:123456789012:orders'],
    [`x${arn('orders')}`, `x${arn('orders')}`],
  ])('%s is %s', (given, name) => {
    expect(busName(given, origin)).toBe(name);
  });
});

describe('whether something is on a bus', () => {
  test.each([
    ['orders', 'orders', true],
    ['orders', 'order', false],
    ['orders', arn('orders'), true],
    ['orders', arn('order'), false],
    ['orders', arn('orders', 'eu-west-1'), false],
    [arn('orders', 'eu-west-1'), arn('orders', 'eu-west-1'), true],
    [arn('orders', 'eu-west-1'), 'orders', false],
    ['default', 'default', true],
    ['default', arn('default'), true],
  ])('an event on %s, asked for %s: %s', (bus, asked, is) => {
    expect(isOnBus({ bus, origin }, asked)).toBe(is);
  });
});

describe('whether a bus exists', () => {
  test.each<[string, readonly string[] | undefined, boolean]>([
    ['anything', undefined, true],
    ['default', [], true],
    ['orders', [], false],
    ['orders', ['orders'], true],
    ['orders', ['order', 'orders'], true],
    ['orders', [arn('orders')], true],
    ['orders', [arn('order'), arn('orders')], true],
    ['orders', [arn('order')], false],
    ['orders', [arn('orders', 'eu-west-1')], false],
    [arn('orders', 'eu-west-1'), [arn('orders', 'eu-west-1')], true],
    [arn('orders', 'eu-west-1'), ['orders'], false],
  ])('%s of %j: %s', (bus, buses, exists) => {
    expect(busExists(bus, origin, buses && new Set(buses))).toBe(exists);
  });
});

describe('what AWS accepts as the name of a bus', () => {
  test.each([
    ['a.b-c_D9', true],
    [arn('orders'), true],
    ['b'.repeat(1600), true],
    ['b'.repeat(1601), false],
    ['', false],
    ['a b', false],
    ['a/b', false],
    ['a\n', false],
    [arn(''), false],
    [arn('orders', 'us-east-1', '12345678901'), false],
  ])('%s: %s', (name, is) => {
    expect(isBusName(name)).toBe(is);
    expect(busNameViolations(name, 'path').length > 0).toBe(!is);
  });

  test('characters are named before the length', () => {
    expect(busNameViolations('', 'path')).toEqual([
      expect.stringContaining('regular expression pattern'),
      expect.stringContaining('length greater than or equal to 1'),
    ]);
    expect(busNameViolations('/'.repeat(1601), 'path')).toEqual([
      expect.stringContaining('regular expression pattern'),
      expect.stringContaining('length less than or equal to 1600'),
    ]);
    expect(busNameViolations('b'.repeat(1601), 'path')).toHaveLength(1);
  });
});
