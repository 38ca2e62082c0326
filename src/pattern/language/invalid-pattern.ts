/** A pattern that AWS refuses, with AWS's reason. */
export class InvalidPattern extends Error {
  /** The reason, word for word, with the location on further lines where AWS gives one. */
  readonly reason: string;

  constructor(reason: string) {
    super(`Event pattern is not valid. Reason: ${reason}`);
    this.name = 'InvalidEventPatternException';
    this.reason = reason;
  }
}
