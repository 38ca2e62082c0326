import type { DocumentOptions, ParseOptions, SchemaOptions } from 'yaml';
import { type FakeEventBridgeError, wrongUse } from '../../base/errors.js';
import { SHORT_FORM_TAGS } from './short-forms.js';
import { YAML_1_1_TYPES } from './yaml-1.1-types.js';
import { tokenDepth } from './yaml-depth.js';
import { loadYaml } from './yaml-library.js';
import { YamlValues } from './yaml-values.js';

/** `yaml` calls itself for each level, and exhausts the stack at some 800. */
const MAX_DEPTH = 200;

const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  // Mappings, sequences and strings: every other type is ours, whatever version a directive of the document names.
  schema: 'failsafe',
  merge: false,
  resolveKnownTags: false,
  customTags: [...YAML_1_1_TYPES, ...SHORT_FORM_TAGS],
  logLevel: 'silent',
  prettyErrors: false,
  // Compares each key with all before it. The conversion to values looks for repeated keys in less time.
  uniqueKeys: false,
};

/**
 * Parses a YAML document with CloudFormation's short forms, by the optional peer `yaml`.
 * @throws {FakeEventBridgeError} when `yaml` is not installed, or the string is not YAML
 */
export function parseYaml(content: string): unknown {
  const yaml = loadYaml();
  const lines = new yaml.LineCounter();
  const errorAt = (message: string, offset: number | undefined): FakeEventBridgeError => {
    const { line, col } = lines.linePos(offset ?? 0);
    return wrongUse(
      `rulesFrom: the template is not JSON or YAML. ${message} at line ${line}, column ${col}.`,
    );
  };
  function* shallow(tokens: ReturnType<InstanceType<typeof yaml.Parser>['parse']>) {
    for (const token of tokens) {
      if (tokenDepth(token) > MAX_DEPTH)
        throw wrongUse(`rulesFrom: the template is nested more than ${MAX_DEPTH} levels deep.`);
      yield token;
    }
  }
  const tokens = new yaml.Parser(lines.addNewLine).parse(content);
  const [document, second] = new yaml.Composer(OPTIONS).compose(shallow(tokens), true, content.length);
  const [error] = document?.errors ?? [];
  if (error !== undefined) throw errorAt(error.message, error.pos[0]);
  if (second !== undefined)
    throw errorAt('It has a second document, and a template is one document', second.range?.[0]);
  return new YamlValues(yaml, (message, node) =>
    errorAt(message, yaml.isNode(node) ? node.range?.[0] : undefined),
  ).of(document?.contents);
}
