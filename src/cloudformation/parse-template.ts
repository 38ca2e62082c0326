import { messageOf } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import { notATemplate } from './template.js';
import { parseYaml } from './yaml/parse-yaml.js';

const MAX_SHOWN = 200;

/**
 * Parses the content of a template file, JSON or YAML.
 * @throws {FakeEventBridgeError} when it is neither
 */
export function parseTemplate(content: string): unknown {
  if (content.trim() === '') throw notATemplate('an empty string');
  if (!/^\s*[{[]/.test(content)) return refusePath(parseYaml(content), content);
  try {
    return JSON.parse(content);
  } catch (jsonError) {
    // YAML also starts with a brace, in a flow mapping with tags. If it is neither, JSON is the better guess.
    try {
      return parseYaml(content);
    } catch {
      const reason = messageOf(jsonError);
      throw notATemplate(`a string that is not JSON (${reason})`);
    }
  }
}

/** What YAML reads as one string is probably a path. */
function refusePath(document: unknown, content: string): unknown {
  if (typeof document !== 'string') return document;
  throw notATemplate(describeValue(content.slice(0, MAX_SHOWN)));
}
