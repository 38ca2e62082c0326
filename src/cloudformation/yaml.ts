import { createRequire } from 'node:module';
import { join } from 'node:path';
import { wrongUse } from '../base/errors.js';

/** What the library uses of the optional peer `yaml`. */
interface YamlLibrary {
  parse(text: string, options: { customTags: readonly object[]; logLevel: 'error' }): unknown;
}

/** What the `yaml` library gives a tag of ours to turn into a value. */
interface YamlCollection {
  toJSON(): unknown;
}

/** CloudFormation's short forms, and the long form that each stands for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  Ref: 'Ref',
  Condition: 'Condition',
  ...Object.fromEntries(
    [
      'And',
      'Base64',
      'Cidr',
      'Equals',
      'FindInMap',
      'GetAtt',
      'GetAZs',
      'If',
      'ImportValue',
      'Join',
      'Length',
      'Not',
      'Or',
      'Select',
      'Split',
      'Sub',
      'ToJsonString',
      'Transform',
    ].map((name) => [name, `Fn::${name}`]),
  ),
};

/**
 * Parses a YAML text with CloudFormation's tags, by the optional peer `yaml` of the project that runs the test.
 * @throws {FakeEventBridgeError} when `yaml` is not installed, or the text is not YAML
 */
export function parseYaml(text: string): unknown {
  const yaml = yamlLibrary();
  try {
    return yaml.parse(text, { customTags: TAGS, logLevel: 'error' });
  } catch (error) {
    throw wrongUse(
      `rulesFrom: the text is neither JSON nor YAML: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function yamlLibrary(): YamlLibrary {
  try {
    // From the project's own folder: it is the project's dependency, not ours.
    const library: unknown = createRequire(join(process.cwd(), 'package.json'))('yaml');
    if (isYamlLibrary(library)) return library;
  } catch {
    // Said below.
  }
  throw wrongUse(
    'rulesFrom: the text is not JSON, and to read YAML the package "yaml" is needed: npm install --save-dev yaml. Or give the template parsed, or as JSON.',
  );
}

function isYamlLibrary(library: unknown): library is YamlLibrary {
  return (
    typeof library === 'object' &&
    library !== null &&
    'parse' in library &&
    typeof library.parse === 'function'
  );
}

/** A tag for each short form and each kind of node that it may stand before. */
const TAGS = Object.entries(SHORT_FORMS).flatMap(([short, long]) => [
  { tag: `!${short}`, resolve: (value: string) => ({ [long]: argumentOf(long, value) }) },
  { tag: `!${short}`, collection: 'seq', resolve: (value: YamlCollection) => ({ [long]: value.toJSON() }) },
  { tag: `!${short}`, collection: 'map', resolve: (value: YamlCollection) => ({ [long]: value.toJSON() }) },
]);

/** `!GetAtt Bus.Arn` is short for a list of two. */
function argumentOf(long: string, value: string): unknown {
  if (long !== 'Fn::GetAtt') return value;
  const dot = value.indexOf('.');
  return dot < 0 ? value : [value.slice(0, dot), value.slice(dot + 1)];
}
