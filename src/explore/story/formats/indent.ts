/** The text with every line that has something on it two columns further to the right. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
