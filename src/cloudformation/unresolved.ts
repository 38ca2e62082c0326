/** Something in a template that cannot be known from the template alone. */
export class Unresolved extends Error {
  readonly what: string;

  /** @param what the function and why: `Fn::ImportValue "shared-bus": it is another stack's` */
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}
