import { wrongUse } from '../base/errors.js';
import { list } from '../base/words/english.js';
import { didYouMean } from '../base/words/suggestion.js';
import { DEFAULT_BUS, isBusName } from './event-bus.js';

/**
 * Refuses a bus that never receives an event: an assertion that nothing was published there would always hold.
 * @param bus its name or ARN, as a test gives it
 * @param who what it was passed to, for the message
 * @param buses names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists
 * @throws {FakeEventBridgeError} naming the bus that was probably meant
 */
export function checkBus(bus: string, who: string, buses: ReadonlySet<string> | undefined): void {
  if (buses !== undefined) {
    const known = [...new Set([DEFAULT_BUS, ...[...buses].map(nameOf)])];
    if (!buses.has(bus) && !known.includes(nameOf(bus)))
      throw wrongUse(
        `${who}: the bus "${bus}" does not exist.${didYouMean(nameOf(bus), known)} The buses of this fake are ${list(known)} (option buses).`,
      );
  }
  if (!isBusName(bus))
    throw wrongUse(
      `${who}: AWS does not accept "${bus}" as the name or the ARN of a bus. A name consists of letters, digits, dots, hyphens and underscores.`,
    );
}

/** The name that an ARN ends with. */
function nameOf(nameOrArn: string): string {
  return nameOrArn.replace(/^arn:.*:event-bus\//, '');
}
