import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';

/** What to do instead of mocking the SDK. */
export const UNMOCK =
  "The fake needs the real SDK. Remove jest.mock('@aws-sdk/client-eventbridge') or vi.mock (docs/guides/coming-from-jest-mock.md).";

const REAL_ONE = 'the fake needs @aws-sdk/client-eventbridge';

/** A value that is not a client or a class of clients, for people. */
export function describeClient(value: unknown): string {
  const mock = describeMock(value);
  if (mock !== undefined) return mock;
  if (typeof value === 'function') {
    if (typeof Reflect.get(value, 'serviceIdentifier') === 'string') {
      return `the class ${Reflect.get(value, 'serviceIdentifier')} of AWS SDK v2 (${REAL_ONE})`;
    }
    return value.name ? `the class or function ${value.name}` : 'a function';
  }
  if (!isObject(value) || 'middlewareStack' in value) return describeValue(value);
  if ('makeRequest' in value && 'config' in value) return `a client of AWS SDK v2 (${REAL_ONE})`;
  const send = describeMock(value['send']);
  if (send !== undefined) return `${describeValue(value)} whose send is ${send}`;
  if ('putEvents' in value) return `${describeValue(value)} (a client of AWS SDK v2, or a stub; ${REAL_ONE})`;
  return describeValue(value);
}

/** The mock of a mocking library, if it is one: each library marks its own. */
export function describeMock(value: unknown): string | undefined {
  if (typeof value !== 'function') return undefined;
  if (Reflect.get(value, '_isMockFunction') === true) return 'a mock of Jest or Vitest';
  if (Reflect.get(value, 'isSinonProxy') === true) return 'a stub of Sinon';
  return undefined;
}
