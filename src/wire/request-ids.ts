import { eventIds } from '../service/event-ids.js';

/**
 * Request ids as AWS's front end makes them: UUIDs of version 4 (observed), which event ids are not.
 * @param random 32-bit numbers
 * @returns the next id; no id comes twice
 */
export function requestIds(random: () => number): () => string {
  const nextId = eventIds(random);
  return () => {
    const id = nextId();
    // The digits that RFC 9562 fixes: the version, and two bits of the variant.
    return `${id.slice(0, 14)}4${id.slice(15, 19)}${VARIANT[Number.parseInt(id.charAt(19), 16) & 3]}${id.slice(20)}`;
  };
}

const VARIANT = '89ab';
