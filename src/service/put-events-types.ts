/**
 * One entry of a `PutEvents` request as it crossed the wire: AWS's member names, `Time` in epoch seconds.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
 */
export interface PutEventsEntry {
  /** Epoch seconds; a fraction carries the milliseconds. */
  readonly Time?: number;
  readonly Source?: string;
  readonly Resources?: readonly (string | null)[];
  readonly DetailType?: string;
  /** The detail as text: a JSON object, or the entry fails. */
  readonly Detail?: string;
  /** A name or an ARN; `default` when absent. */
  readonly EventBusName?: string;
  readonly TraceHeader?: string;
}

/**
 * The input of `PutEvents` once the wire has made typed members of it: a missing member is absent.
 * @internal
 */
export interface PutEventsInput {
  readonly entries?: readonly (PutEventsEntry | null)[];
  readonly endpointId?: string;
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
 * The whole request was refused: no entry was looked at.
 * @internal
 */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Some refusals carry no message at all. */
  readonly message?: string;
}

/**
 * An event that EventBridge accepted: what its rules would see.
 * @internal
 */
export interface AcceptedEvent {
  readonly id: string;
  readonly source: string;
  readonly detailType: string;
  /** The detail as it was sent: a JSON object. */
  readonly detailText: string;
  readonly resources: readonly string[];
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly time: string;
  /** A bus of this account and region by its name, any other by its ARN. */
  readonly bus: string;
  /** Whether the bus exists: an event to one that does not is accepted and dropped. */
  readonly busExists: boolean;
  readonly region: string;
  readonly account: string;
  readonly traceHeader: string | undefined;
}

/**
 * What became of one entry.
 * @internal
 */
export type EntryOutcome =
  | { readonly entry: PutEventsEntry; readonly event: AcceptedEvent; readonly error?: undefined }
  | { readonly entry: PutEventsEntry; readonly error: EntryError; readonly event?: undefined };

/**
 * What became of one request: refused as a whole, or an outcome per entry in the order of the request.
 * @internal
 */
export type PutEventsOutcome =
  | { readonly refusal: Refusal; readonly outcomes?: undefined }
  | { readonly outcomes: readonly EntryOutcome[]; readonly refusal?: undefined };

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

/**
 * What the service knows of itself and of the moment. It has no clock and no randomness of its own.
 * @internal
 */
export interface ServiceContext {
  readonly region: string;
  readonly account: string;
  readonly limits: Limits;
  /** Names (or ARNs) of the buses that exist; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
  /** Milliseconds since the epoch at which the request came in. */
  readonly now: number;
  /** The `X-Amzn-Trace-Id` header of the request. */
  readonly traceHeader: string | undefined;
  readonly nextEventId: () => string;
  /** An error that EventBridge's back end meets with an entry that is itself in order. */
  readonly failureOf: (entry: PutEventsEntry, index: number) => EntryError | undefined;
}
