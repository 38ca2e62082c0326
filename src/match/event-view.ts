/**
 * What a match looks at: an accepted event, or an entry on its way. `detail` is parsed when it is first asked for,
 * and `undefined` when the entry's text is not JSON.
 */
export interface EventView {
  readonly id?: string | undefined;
  readonly source: string | undefined;
  readonly detailType: string | undefined;
  readonly detail: unknown;
  readonly detailText: string | undefined;
  readonly resources: readonly (string | null)[];
  readonly time?: string | undefined;
  readonly bus: string;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly traceHeader?: string | undefined;
}

/**
 * The members of an event that a partial match may name.
 * @internal
 */
export const EVENT_MEMBERS = [
  'source',
  'detailType',
  'detail',
  'detailText',
  'resources',
  'bus',
  'time',
  'id',
  'region',
  'account',
  'traceHeader',
] as const;

/**
 * One of the members that a partial match may name.
 * @internal
 */
export type EventMember = (typeof EVENT_MEMBERS)[number];
