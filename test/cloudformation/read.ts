import { readContents, type TemplateContents } from '../../src/cloudformation/contents';
import { parseTemplate } from '../../src/cloudformation/parse-template';
import { readTemplate } from '../../src/cloudformation/template';

/** Rules and buses of a template, with the patterns that no public record shows. */
export function read(
  template: unknown,
  parameters: Readonly<Record<string, string>> = {},
  region = 'us-east-1',
): TemplateContents {
  const document = typeof template === 'string' ? parseTemplate(template) : template;
  return readContents(
    readTemplate(document),
    { region, account: '123456789012' },
    new Map(Object.entries(parameters)),
  );
}
