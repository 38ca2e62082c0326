/** How a runner colours what it prints. */
export interface Style {
  readonly expected: (text: string) => string;
  readonly received: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** No colours. */
export const PLAIN: Style = { expected: String, received: String, dim: String };
