import { printProperties } from '../assertions/report/print-value.js';
import { isObject } from '../base/json/json.js';
import type { EventRecord } from '../service/event-record.js';

/** What Jest and Vitest call a snapshot serializer. */
export interface SnapshotSerializer {
  /** Whether it is a published event, of any copy of this package. */
  test(value: unknown): boolean;
  serialize(value: unknown, config: unknown, indentation: string): string;
}

/**
 * Prints a published event in a snapshot as you would write it in a match. It leaves out what the publisher did not
 * set: id, account, region, the default bus, and the time if the entry has none.
 *
 * `fake-eventbridge/jest` and `fake-eventbridge/vitest` have it added already; it is exported for
 * `expect.addSnapshotSerializer(serializer)` by hand.
 *
 * @example
 * ```ts
 * expect(eb.events).toMatchInlineSnapshot(`
 * [
 *   {
 *     source: "shop.orders",
 *     detailType: "OrderPlaced",
 *     detail: { orderId: "o-1" },
 *   },
 * ]
 * `);
 * ```
 */
export const serializer: SnapshotSerializer = {
  test: isEventRecord,
  serialize: (value, _config, indentation) =>
    isEventRecord(value) ? printProperties(written(value), indentation.length) : String(value),
};

function isEventRecord(value: unknown): value is EventRecord {
  return (
    isObject(value) &&
    ['detailType', 'detailJson', 'envelope', 'matchedRules', 'entry'].every((member) => member in value)
  );
}

function written(event: EventRecord): object {
  const { source, detailType, detail, resources, bus, time, traceHeader, entry } = event;
  return {
    source,
    detailType,
    detail,
    ...(bus !== 'default' && { bus }),
    ...(resources.length > 0 && { resources }),
    ...(entry.Time !== undefined && { time }),
    ...(traceHeader !== undefined && { traceHeader }),
  };
}
