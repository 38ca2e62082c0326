import type { CompiledMatch } from '../match/compile-match.js';
import type { EntryError } from '../service/put-events-types.js';
import type { ConnectionFault } from './connection-errors.js';
import type { Garbling } from './garbling.js';
import type { Gate } from './gate.js';
import type { RequestError } from './request-errors.js';

/** What a fault does once it fires. */
export type Effect = EntryEffect | RequestEffect | TimingEffect;

/** One entry of a request fails, inside a 200. */
export interface EntryEffect {
  readonly level: 'entry';
  readonly which: CompiledMatch | number | 'any';
  readonly error: EntryError;
}

/** A request fails as a whole, or its answer does not arrive as it was sent. */
export interface RequestEffect {
  readonly level: 'request';
  readonly what:
    | { readonly kind: 'error'; readonly error: RequestError }
    | { readonly kind: 'connection'; readonly fault: ConnectionFault }
    | { readonly kind: 'lost-response' }
    | { readonly kind: 'garbled-response'; readonly how: Garbling };
  /** Whether every attempt of a call meets it, or one attempt only. */
  readonly wholeCall: boolean;
}

/** The answer comes late. */
export interface TimingEffect {
  readonly level: 'timing';
  readonly what:
    | { readonly kind: 'delay'; readonly milliseconds: number }
    | { readonly kind: 'hold'; readonly gate: Gate };
}
