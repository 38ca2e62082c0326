/**
 * The properties of an event that a partial match may name.
 * @internal
 */
export const EVENT_PROPERTIES = [
  'source',
  'detailType',
  'detail',
  'detailJson',
  'resources',
  'bus',
  'time',
  'id',
  'region',
  'account',
  'traceHeader',
] as const;

/**
 * One of the properties that a partial match may name.
 * @internal
 */
export type EventProperty = (typeof EVENT_PROPERTIES)[number];
