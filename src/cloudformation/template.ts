import { type FakeEventBridgeError, wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';

/** The sections of a CloudFormation template that rules and buses need. */
export interface Template {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly mappings: Readonly<Record<string, unknown>>;
  /** What macros of CloudFormation turn into resources: keys such as `Fn::ForEach::Rules`, and `Transform`. */
  readonly macros: readonly string[];
}

/** One resource of a template. */
export interface Resource {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The name of the condition under which it exists. */
  readonly condition: string | undefined;
}

export const EVENT_BUS = 'AWS::Events::EventBus';

/** Transforms of AWS that create no rule or bus of their own, or whose rules this library reads (SAM). */
const KNOWN_TRANSFORMS = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|CodeStar)/;

/**
 * Reads the sections of a template of CloudFormation or SAM, or of what CDK synthesizes.
 * @throws {FakeEventBridgeError} when it is not a template; the error says what was found
 */
export function readTemplate(document: unknown): Template {
  if (!isObject(document)) throw notATemplate(Array.isArray(document) ? 'an array' : describeValue(document));
  const { Resources: resources, Transform: transform } = document;
  if (!isObject(resources)) throw notATemplate(foundIn(document));
  const transforms: unknown[] = Array.isArray(transform)
    ? transform
    : transform === undefined
      ? []
      : [transform];
  const isMacro = (name: unknown) => typeof name !== 'string' || !KNOWN_TRANSFORMS.test(name);
  return {
    resources: new Map(Object.entries(resources).flatMap(([id, resource]) => resourceEntry(id, resource))),
    parameters: section(document['Parameters']),
    conditions: section(document['Conditions']),
    mappings: isObject(document['Mappings']) ? document['Mappings'] : {},
    macros: [
      ...(transforms.some(isMacro) ? ['Transform'] : []),
      ...Object.keys(resources).filter((id) => id.startsWith('Fn::')),
    ],
  };
}

function section(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(isObject(value) ? Object.entries(value) : []);
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

/** What an object without resources has. */
function foundIn(document: Record<string, unknown>): string {
  if (Object.hasOwn(document, 'Resources'))
    return `an object whose "Resources" is ${describeValue(document['Resources'])}`;
  const keys = Object.keys(document).slice(0, 5);
  return keys.length === 0
    ? 'an empty object'
    : `an object with ${keys.map((key) => JSON.stringify(key)).join(', ')}`;
}

/** @param found what was given instead, as part of a sentence */
export function notATemplate(found: string): FakeEventBridgeError {
  return wrongUse(
    `rulesFrom: ${found} is not a CloudFormation template: a template is an object with "Resources". Pass the template of CloudFormation, SAM or CDK as an object, or its content as a JSON or YAML string. Do not pass the path of the file.`,
  );
}
