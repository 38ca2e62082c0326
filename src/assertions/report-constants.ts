/** How many events a report lists. */
export const MAX_LISTED = 3;

/** The next step when the cause is not known. */
export const WHOLE_TIMELINE = 'See every call, request and entry with console.log(eb.timeline()).';

/** A failing text has 40 lines at most, the line of the matcher or method above it and a blank one included. */
export const MAX_LINES = 38;
