import { isObject } from '../base/json.js';

/** The parameters of a template. */
export interface Parameters {
  /** What `Ref` gives of each: a text, or a list of texts. */
  readonly values: ReadonlyMap<string, string | readonly string[]>;
  /** Those whose default is the place of the value in the parameter store, and not the value. */
  readonly inStore: ReadonlySet<string>;
}

const IN_STORE = 'AWS::SSM::Parameter::Value<';

/**
 * Reads the parameters that a template declares.
 * @param given values that go before the defaults; they stand for parameters that are not declared too
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parametersOf(declared: unknown, given: Readonly<Record<string, string>>): Parameters {
  const values = new Map<string, string | readonly string[]>(Object.entries(given));
  const inStore = new Set<string>();
  for (const [name, parameter] of Object.entries(isObject(declared) ? declared : {})) {
    if (!isObject(parameter)) continue;
    const type = String(parameter['Type']);
    const isStored = type.startsWith(IN_STORE);
    if (isStored) inStore.add(name);
    const value = Object.hasOwn(given, name) ? given[name] : isStored ? undefined : parameter['Default'];
    if (value !== undefined) values.set(name, isList(type) ? members(value) : String(value));
  }
  return { values, inStore };
}

function isList(type: string): boolean {
  return type.includes('CommaDelimitedList') || type.includes('List<');
}

/** The members of a list, without the space around them (documented). */
function members(value: unknown): readonly string[] {
  return String(value)
    .split(',')
    .map((member) => member.trim());
}
