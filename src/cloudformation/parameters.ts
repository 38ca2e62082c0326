import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { list } from '../base/words/english.js';
import { didYouMean } from '../base/words/suggestion.js';
import { describeArgument } from './describe-argument.js';
import { type Deployment, partitionOf, pseudoParameters, SETTABLE } from './pseudo-parameters.js';

type ParameterValue = string | readonly string[];

/** The parameters and the pseudo parameters of a template. */
export interface Parameters {
  /** What `Ref` gives for each. */
  readonly values: ReadonlyMap<string, ParameterValue>;
  /** Why a declared parameter has no value, by its name. */
  readonly missing: ReadonlyMap<string, string>;
  /** How the ARN of everything in EventBridge begins: `arn:aws:events:us-east-1:123456789012`. */
  readonly eventsArn: string;
}

const IN_PARAMETER_STORE = 'AWS::SSM::Parameter::Value<';

/**
 * Reads the parameters that a template declares.
 * @param given values that replace the defaults
 * @throws {FakeEventBridgeError} for a given parameter that the template does not declare: CloudFormation refuses it too
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function readParameters(
  declared: ReadonlyMap<string, unknown>,
  given: ReadonlyMap<string, string>,
  deployment: Deployment,
): Parameters {
  const { region, account } = deployment;
  for (const name of given.keys()) if (!declared.has(name)) refuseUnsettable(name, [...declared.keys()]);
  const values = new Map<string, ParameterValue>(pseudoParameters(deployment, given));
  const missing = new Map<string, string>();
  for (const [name, parameter] of declared) {
    const type = isObject(parameter) && typeof parameter['Type'] === 'string' ? parameter['Type'] : '';
    const value = given.get(name) ?? defaultOf(parameter, type);
    if (value === undefined) missing.set(name, whyMissing(name, parameter, type));
    else values.set(name, isList(type) ? splitItems(value) : value);
  }
  return { values, missing, eventsArn: `arn:${partitionOf(region)}:events:${region}:${account}` };
}

/** The default, unless it is where the parameter store has the value. */
function defaultOf(parameter: unknown, type: string): string | undefined {
  if (!isObject(parameter) || type.startsWith(IN_PARAMETER_STORE)) return undefined;
  const value = parameter['Default'];
  // Numbers and booleans are what YAML makes of strings.
  return typeof value === 'object' || value === undefined ? undefined : String(value);
}

function whyMissing(name: string, parameter: unknown, type: string): string {
  const shown = describeArgument(name);
  const passIt = `pass it as { parameters: { ${shown}: "…" } }.`;
  if (type.startsWith(IN_PARAMETER_STORE))
    return `The value of the parameter ${shown} is in the parameter store: ${passIt}`;
  const hasDefault = isObject(parameter) && parameter['Default'] !== undefined;
  return hasDefault
    ? `The default of the parameter ${shown} is not a string: ${passIt}`
    : `The parameter ${shown} has no default: ${passIt}`;
}

function isList(type: string): boolean {
  return type.includes('CommaDelimitedList') || type.includes('List<');
}

/** The items of a `CommaDelimitedList`, without the space around them (documented). */
function splitItems(value: string): readonly string[] {
  return value.split(',').map((item) => item.trim());
}

function refuseUnsettable(name: string, declared: readonly string[]): void {
  if (SETTABLE.includes(name)) return;
  if (name.startsWith('AWS::')) {
    throw wrongUse(
      `rulesFrom: the pseudo parameter ${describeArgument(name)} cannot be passed. Set the region and the account with the options of fakeEventBridge(); you can pass ${list(SETTABLE)}.`,
    );
  }
  throw wrongUse(
    `rulesFrom: the template does not declare a parameter ${describeArgument(name)}.${didYouMean(name, declared)}`,
  );
}
