import type { CallSite } from '../base/call-site.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Effect, EntryEffect, RequestEffect, TimingEffect } from './effects.js';

/** A failure that happens now. */
export interface FiringFault<E extends Effect = Effect> {
  readonly effect: E;
  /** As a test declares it: `failEntry("any", "ThrottlingException")`. */
  readonly declaration: string;
  /** The line that declared it. */
  readonly site: CallSite | undefined;
}

/** A request as a source of faults sees it. */
export interface ArrivingRequest {
  /** Which of all requests, counted from 1. */
  readonly request: number;
  /** Which attempt of its call, counted from 1. */
  readonly number: number;
  /** Identity of the call: all its attempts share it. */
  readonly call: object;
}

/**
 * Decides what goes wrong. It is asked three times for each request: when the answer is due, then when the request is
 * taken, then when each entry is.
 */
export interface FaultSource {
  takeTiming(entries: readonly SentEntry[], request: ArrivingRequest): FiringFault<TimingEffect> | undefined;
  takeRequestFault(call: object, entries: readonly SentEntry[]): FiringFault<RequestEffect> | undefined;
  takeEntryFault(entry: SentEntry): FiringFault<EntryEffect> | undefined;
}
