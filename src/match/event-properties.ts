/**
 * The properties of an event that a match may have.
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
 * One of the properties that a match may have.
 * @internal
 */
export type EventProperty = (typeof EVENT_PROPERTIES)[number];
