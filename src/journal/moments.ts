/**
 * The order in which a publisher learns things, whatever the clock says: each response is a new moment. A request knows the
 * responses that had arrived when its call began, even if it comes in much later.
 */
export class Moments {
  /** The moment of the last response. Only the journal sets it. */
  now = 0;
}
