/** Adds the properties of another object. Getters stay getters, where a spread would read them once. */
export function mergeProperties<Target extends object, Source extends object>(
  target: Target,
  source: Source,
): Target & Source {
  return Object.defineProperties(target, Object.getOwnPropertyDescriptors(source)) as Target & Source;
}
