import { expect, test } from '@jest/globals';
import { putEventsAnswer } from '../../src/service/answer';

test('the answer has a result for each entry, and the number of those that failed', () => {
  const accepted = { id: 'id-1', time: 't', isDropped: false, traceHeader: undefined };
  const rejected = { error: { code: 'InternalFailure', message: 'Internal Service Failure' } };
  const answer = putEventsAnswer([accepted, rejected, { ...accepted, id: 'id-2' }]);
  expect(JSON.stringify(answer)).toBe(
    '{"Entries":[{"EventId":"id-1"},{"ErrorCode":"InternalFailure","ErrorMessage":"Internal Service Failure"},{"EventId":"id-2"}],"FailedEntryCount":1}',
  );
  expect(putEventsAnswer([])).toEqual({ Entries: [], FailedEntryCount: 0 });
  expect(putEventsAnswer([rejected, rejected]).FailedEntryCount).toBe(2);
});
