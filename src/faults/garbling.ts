/** What a broken answer looks like: the page of a proxy, a body cut off in the middle, or none. */
export type Garbling = 'html' | 'cut-off' | 'empty';
