import { describe, expect, test } from '@jest/globals';
import { entryAsJava, listAsJava } from '../../../src/service/validation/java-text';

describe('entries as Java prints them', () => {
  test('with null for what is absent', () => {
    expect(entryAsJava({})).toBe(
      'PutEventsRequestEntry(time=null, source=null, resources=null, detailType=null, detail=null, eventBusName=null, traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null)',
    );
  });

  test('with what there is', () => {
    expect(
      entryAsJava({
        Time: 0,
        Source: 's',
        Resources: ['a', null],
        DetailType: 'd',
        Detail: '{}',
        EventBusName: 'b',
        TraceHeader: 't',
      }),
    ).toBe(
      'PutEventsRequestEntry(time=Thu Jan 01 00:00:00 UTC 1970, source=s, resources=[a, null], detailType=d, detail={}, eventBusName=b, traceHeader=t, kmsKeyIdentifier=null, internalMetadata=null)',
    );
    expect(entryAsJava({ Time: 1e20 })).toContain('time=100000000000000000000, ');
    expect(listAsJava([null, 'x'])).toBe('[null, x]');
  });
});
