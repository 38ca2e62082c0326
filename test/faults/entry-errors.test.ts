import { afterEach, describe, expect, test } from '@jest/globals';
import { type EntryErrorCode, fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

describe('an entry fails with the code and its message', () => {
  test.each<[EntryErrorCode, string]>([
    ['InternalFailure', 'Internal Service Failure'],
    ['ThrottlingException', 'Rate exceeded'],
    ['AccessDeniedException', 'Access to the event bus is denied.'],
    ['InvalidAccountIdException', 'The account id is not valid.'],
    ['InvalidArgument', 'A parameter of the entry is not valid.'],
    ['MalformedDetail', 'Detail is malformed.'],
    ['RedactionFailure', 'The entry could not be redacted.'],
    ['NotAuthorizedForSourceException', 'Not authorized for the source.'],
    ['NotAuthorizedForDetailTypeException', 'Not authorized for the detail type.'],
  ])('%s', async (code, message) => {
    eb.failEntry(0, code);
    expect((await put(eb, entry())).Entries).toEqual([{ ErrorCode: code, ErrorMessage: message }]);
    eb.failEntry(0, code, 'another message');
    expect((await put(eb, entry())).Entries).toEqual([{ ErrorCode: code, ErrorMessage: 'another message' }]);
  });

  test('one of your own, as it is given', async () => {
    eb.failEntry('any', { ErrorCode: 'Odd', ErrorMessage: '' });
    expect((await put(eb, entry())).Entries).toEqual([{ ErrorCode: 'Odd', ErrorMessage: '' }]);
  });

  test.each<[unknown, string]>([
    [
      'Throttled',
      '"Throttled" is not an error code that EventBridge returns for an entry. AWS documents "Intern',
    ],
    ['ThrottlingExeption', 'Did you mean "ThrottlingException"?'],
    [
      'ThrottlingExeption',
      'For a code of your own, pass { ErrorCode: "ThrottlingExeption", ErrorMessage: "…" }.',
    ],
    ['', 'pass { ErrorCode: "MyCode", ErrorMessage: "…" }.'],
    [5, '5 is not an error code that EventBridge returns for an entry.'],
    [5, 'pass { ErrorCode: "MyCode", ErrorMessage: "…" }.'],
    [null, 'null is not an error code'],
    [['InternalFailure'], 'an array is not an error code'],
    [
      ['ServiceUnavailable'],
      'an array is not an error code that EventBridge returns for an entry. AWS documents',
    ],
    [
      'ServiceUnavailable',
      'eb.failRequest("ServiceUnavailable"). For an entry AWS answers "InternalFailure".',
    ],
    ['ValidationException', 'For an entry AWS answers "InvalidArgument" or "MalformedDetail".'],
    [{ ErrorMessage: 'x' }, 'an error of your own needs two strings'],
    [{ ErrorCode: 5, ErrorMessage: 'x' }, 'an error of your own needs two strings'],
    [{ ErrorCode: 'x', ErrorMessage: 5 }, 'an error of your own needs two strings'],
  ])('%j is refused: %s', (code, words) => {
    const text = failure(() => eb.failEntry('any', code as never));
    expect(text).toMatch(/^failEntry: /);
    expect(text).toContain(words);
  });

  test('a message has one place, and is a string', () => {
    expect(failure(() => eb.failEntry('any', { ErrorCode: 'a', ErrorMessage: 'b' }, 'c'))).toBe(
      'failEntry: put the message into { ErrorCode, ErrorMessage }.',
    );
    expect(failure(() => eb.failEntry('any', 'InternalFailure', 5 as never))).toBe(
      'failEntry: the message must be a string, not 5.',
    );
  });
});
