/** Where a word was read. */
export type Kind = 'doc' | 'comment' | 'message' | 'title' | 'name';

/** A part of a file that a person reads. */
export interface Piece {
  readonly kind: Kind;
  /** Where it starts in the file. */
  readonly start: number;
  /** Its text, index by index as in the file, without what is not prose. */
  readonly prose: string;
}
