import type { CompiledMatch } from '../match/compile-match.js';
import type { EntryError, RequestError } from '../service/put-events-types.js';
import type { ConnectionFault } from './connection-errors.js';
import type { Gate } from './gate.js';

/** What a fault does once it fires. */
export type Effect = EntryEffect | RequestEffect | TimingEffect;

/** One entry of a request fails, inside a 200. */
export interface EntryEffect {
  readonly level: 'entry';
  readonly which: CompiledMatch | number | 'any';
  readonly error: EntryError;
}

/** What a garbled response looks like: the page of a proxy, a body cut off in the middle, or an empty one. */
export type Garbling = 'html' | 'cut-off' | 'empty';

/** What goes wrong with a request, or with its response. */
export type RequestFailure =
  | { readonly kind: 'error'; readonly error: RequestError }
  | { readonly kind: 'connection'; readonly fault: ConnectionFault }
  | { readonly kind: 'lost-response' }
  | { readonly kind: 'garbled-response'; readonly how: Garbling };

/** A request fails as a whole, or its response does not arrive as it was sent. */
export interface RequestEffect {
  readonly level: 'request';
  readonly what: RequestFailure;
  /** Whether it fails every attempt of a call, or one attempt only. */
  readonly wholeCall: boolean;
}

/** The response comes late. */
export interface TimingEffect {
  readonly level: 'timing';
  readonly what:
    | { readonly kind: 'delay'; readonly milliseconds: number }
    | { readonly kind: 'hold'; readonly gate: Gate };
}
