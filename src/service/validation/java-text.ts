import type { PutEventsEntry } from '../put-events-types.js';

/**
 * An entry as AWS prints it in the message about more than ten entries (recorded). The last two properties are the
 * server's own.
 */
export function entryAsJava(entry: PutEventsEntry): string {
  const members = [
    `time=${entry.Time === undefined ? 'null' : timeAsJava(entry.Time)}`,
    `source=${entry.Source ?? 'null'}`,
    `resources=${entry.Resources === undefined ? 'null' : listAsJava(entry.Resources)}`,
    `detailType=${entry.DetailType ?? 'null'}`,
    `detail=${entry.Detail ?? 'null'}`,
    `eventBusName=${entry.EventBusName ?? 'null'}`,
    `traceHeader=${entry.TraceHeader ?? 'null'}`,
    'kmsKeyIdentifier=null',
    'internalMetadata=null',
  ];
  return `PutEventsRequestEntry(${members.join(', ')})`;
}

/** An array as Java prints it: no quotes around strings. */
export function listAsJava(list: readonly (string | null)[]): string {
  return `[${list.map((item) => item ?? 'null').join(', ')}]`;
}

/** `java.util.Date#toString` in UTC. Inferred: the recording holds only `time=null`. */
function timeAsJava(epochSeconds: number): string {
  const time = new Date(epochSeconds * 1000);
  if (Number.isNaN(time.getTime())) return String(epochSeconds);
  const [weekday, day, month, year, clock] = time.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${clock} UTC ${year}`;
}
