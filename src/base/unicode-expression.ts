/**
 * A regular expression over all of Unicode, made when it is first needed. V8 collects the characters of a `\p{…}` as
 * soon as it parses a literal. That takes half a millisecond each, in every test file that imports the library.
 */
export function unicodeExpression(source: string, flags = 'u'): () => RegExp {
  let expression: RegExp | undefined;
  return () => {
    expression ??= new RegExp(source, flags);
    return expression;
  };
}
