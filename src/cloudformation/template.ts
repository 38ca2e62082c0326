import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { type Parameters, parametersOf } from './parameters.js';
import { parseYaml } from './yaml.js';

/** A CloudFormation template as far as rules and buses need it. */
export interface Template {
  readonly resources: ReadonlyMap<string, Resource>;
  /** Keys among the resources that a macro of CloudFormation turns into resources, such as `Fn::ForEach::Rules`. */
  readonly macros: readonly string[];
  readonly parameters: Parameters;
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly mappings: Record<string, unknown>;
}

/** One resource of a template: its type and what it was given. */
export interface Resource {
  readonly type: string;
  readonly properties: Record<string, unknown>;
  /** The name of the condition under which it exists. */
  readonly condition: string | undefined;
}

/**
 * Reads a template of CloudFormation or SAM, or what CDK synthesises: an object, a JSON text, or a YAML text.
 * @param given values of parameters, before their defaults
 * @throws {FakeEventBridgeError} when it is no template; the error says what was found
 */
export function readTemplate(template: unknown, given: Readonly<Record<string, string>> = {}): Template {
  const document = typeof template === 'string' ? parseText(template) : template;
  if (!isObject(document)) {
    throw notATemplate(Array.isArray(document) ? 'a list' : describeValue(document));
  }
  const resources = document['Resources'];
  if (!isObject(resources)) {
    throw notATemplate(foundIn(document));
  }
  return {
    resources: new Map(Object.entries(resources).flatMap(([id, resource]) => resourceEntry(id, resource))),
    macros: Object.keys(resources).filter((id) => id.startsWith('Fn::')),
    parameters: parametersOf(document['Parameters'], given),
    conditions: new Map(Object.entries(isObject(document['Conditions']) ? document['Conditions'] : {})),
    mappings: isObject(document['Mappings']) ? document['Mappings'] : {},
  };
}

/** What an object has that has no resources. */
function foundIn(document: Record<string, unknown>): string {
  if (Object.hasOwn(document, 'Resources')) return `"Resources": ${describeValue(document['Resources'])}`;
  const members = Object.keys(document).slice(0, 5);
  return members.length === 0
    ? 'an empty object'
    : `an object with ${members.map((name) => `"${name}"`).join(', ')} and no "Resources"`;
}

function parseText(text: string): unknown {
  if (text.trim() === '') throw notATemplate('an empty text');
  if (!/^\s*[{[]/.test(text)) return parseYaml(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    // YAML takes what looks like JSON and is not, such as a flow mapping with tags.
    try {
      return parseYaml(text);
    } catch {
      throw notATemplate(
        `a text that is no JSON (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }
}

function resourceEntry(id: string, resource: unknown): [string, Resource][] {
  if (!isObject(resource) || typeof resource['Type'] !== 'string') return [];
  const { Type: type, Properties: properties, Condition: condition } = resource;
  const entry = {
    type: String(type),
    properties: isObject(properties) ? properties : {},
    condition: typeof condition === 'string' ? condition : undefined,
  };
  return [[id, entry]];
}

function notATemplate(found: string) {
  return wrongUse(
    `rulesFrom: a template of CloudFormation, SAM or CDK has "Resources"; found ${found}. Give the template itself, as an object or as its JSON or YAML text, not the path of its file.`,
  );
}
