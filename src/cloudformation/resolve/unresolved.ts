/** A value of a template that is known only after deployment. It is reported, not guessed. */
export class Unresolved extends Error {
  /** One or two sentences for the report. */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
