import { describe, expect, test } from '@jest/globals';
import { matches } from 'fake-eventbridge';

const isInBlock = (cidr: string, ip: string) => matches({ ip: [{ cidr }] }, { ip });

describe('an IPv4 address that is written as IPv6 is one of IPv4', () => {
  test.each(['::ffff:a01:203', '0:0:0:0:0:ffff:0a01:0203', '0::FFFF:a01:203'])('%s', (ip) => {
    expect(isInBlock('10.0.0.0/8', ip)).toBe(true);
    expect(isInBlock('11.0.0.0/8', ip)).toBe(false);
  });

  test.each([
    ['the byte before is zero', '::ff:a01:203'],
    ['the byte behind is zero', '::ff00:a01:203'],
    ['the first byte is another', '100::ffff:a01:203'],
    ['the byte before the two is another', '::1:ffff:a01:203'],
    ['both bytes are zero', '::a01:203'],
  ])('not where %s', (_, ip) => {
    expect(isInBlock('10.0.0.0/8', ip)).toBe(false);
    expect(isInBlock('::/1', ip)).toBe(true);
  });
});

test('blocks of IPv4 have up to 31 bits', () => {
  expect(isInBlock('10.0.0.2/31', '10.0.0.3')).toBe(true);
  expect(isInBlock('10.0.0.2/31', '10.0.0.4')).toBe(false);
});

test('`::` is as many zeros as are missing', () => {
  expect(isInBlock('2001:db8::/32', '2001:db8::1')).toBe(true);
  expect(isInBlock('2001:db8::1/127', '2001:0db8:0:0:0:0:0:1')).toBe(true);
  expect(isInBlock('2001:db8::1/127', '2001:db8:1::1')).toBe(false);
});
