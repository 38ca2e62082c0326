/**
 * One entry of a `PutEvents` request as it crossed the wire: AWS's property names, `Time` in epoch seconds.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
 */
export interface PutEventsEntry {
  /** Epoch seconds; a fraction carries the milliseconds. */
  readonly Time?: number;
  readonly Source?: string;
  readonly Resources?: readonly (string | null)[];
  readonly DetailType?: string;
  /** The detail as a JSON string: an object, or the entry fails. */
  readonly Detail?: string;
  /** A name or an ARN; `default` when absent. */
  readonly EventBusName?: string;
  readonly TraceHeader?: string;
}

/**
 * The input of `PutEvents` once the wire has read its properties: a missing property is absent.
 * @internal
 */
export interface PutEventsInput {
  readonly entries?: readonly (PutEventsEntry | null)[] | undefined;
  readonly endpointId?: string | undefined;
}

/**
 * What AWS answers for an entry that failed.
 * @internal
 */
export interface EntryError {
  readonly code: string;
  readonly message: string;
}

/**
 * What EventBridge decided about one entry: an event, or an error.
 * @internal
 */
export type EntryResult = EntryAcceptance | EntryRejection;

/**
 * EventBridge made an event of the entry.
 * @internal
 */
export interface EntryAcceptance {
  readonly error?: undefined;
  /** The event id. */
  readonly id: string;
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly time: string;
  /** Whether the event is accepted and then dropped, because its bus does not exist. */
  readonly isDropped: boolean;
  readonly traceHeader: string | undefined;
}

/**
 * EventBridge answered the entry with an error.
 * @internal
 */
export interface EntryRejection {
  readonly error: EntryError;
}

/**
 * EventBridge refuses the whole request: no entry is looked at.
 * @internal
 */
export interface RequestError {
  readonly status: number;
  readonly code: string;
  /** Some errors carry no message at all. */
  readonly message: string | undefined;
}

/**
 * How much a request may hold.
 * @internal
 */
export interface Limits {
  /** Bytes of all entries of one request together, by AWS's formula. */
  readonly maxRequestBytes: number;
  readonly maxEntries: number;
  /** Levels of nesting in a detail; the detail itself is the first. */
  readonly maxDetailDepth: number;
}

/** A property of a request's body that has another type than the API's. */
export interface UnreadableProperty {
  /** `Entries[0].Time`. */
  readonly property: string;
  /** What the API expects, in words: `a string`. */
  readonly expected: string;
  readonly received: unknown;
}
