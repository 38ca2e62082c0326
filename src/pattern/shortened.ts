/** Texts up to this length are shown whole. */
const WHOLE = 160;
const SHOWN = 120;

/** More values than anybody reads. */
const MOST_SHOWN = 5;

/** A value as a text for people shows it: its beginning, when it is long. */
export function shortened(value: string): string {
  if (value.length <= WHOLE) return value;
  return `${value.slice(0, SHOWN)} … (${value.length - SHOWN} characters)`;
}

/** The first of some values, and how many more there are. */
export function firstOf(values: readonly string[]): string {
  const shown = values.slice(0, MOST_SHOWN).map(shortened).join(', ');
  return values.length > MOST_SHOWN ? `${shown} and ${values.length - MOST_SHOWN} more` : shown;
}
