import type { AssertionContext } from './context.js';

/** ` on the bus orders`, where a claim is limited to one. */
export function onScope({ scope }: AssertionContext): string {
  return scope === undefined ? '' : ` on the bus ${scope}`;
}

/** What a claim is about, as a user would write it. */
export function subjectOf({ scope }: AssertionContext): string {
  return scope === undefined ? 'eb' : `eb.bus(${JSON.stringify(scope)})`;
}

/** Where to look when nothing better is known. */
export const WHOLE_STORY = 'See all that was sent, and how it was answered, with console.log(eb.timeline()).';

/** What to ask when a failure that the test expects has not come about. */
export const WAS_A_FAULT_USED =
  'Was a fault declared for it, and has it fired? eb.verify() lists those that have not.';
