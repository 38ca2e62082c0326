/**
 * How CloudFormation reads a plain scalar. "AWS CloudFormation supports the YAML Version 1.1 specification" without "the
 * binary, omap, pairs, set, and timestamp tags" (user guide, "template formats").
 * The expressions are those of YAML 1.1's type repository, but `y` and `n` stay strings. They do in PyYAML as well, by
 * which the AWS CLI and the SAM CLI read a template before they upload it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 * @see https://yaml.org/type/
 */
export const YAML_1_1_TYPES = [
  type('null', /^(?:~|null|Null|NULL)?$/, () => null),
  type('bool', /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/, () => true),
  type('bool', /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/, () => false),
  type('int', /^[-+]?0b[01_]+$/, (digits) => integer(digits, 2)),
  type('int', /^[-+]?0x[\da-fA-F_]+$/, (digits) => integer(digits, 16)),
  type('int', /^[-+]?0[0-7_]+$/, (digits) => integer(digits, 8)),
  // A number such as 089 is a string: an account may begin with a zero.
  type('int', /^[-+]?(?:0|[1-9][\d_]*)$/, (digits) => integer(digits, 10)),
  type('int', /^[-+]?[1-9][\d_]*(?::[0-5]?\d)+$/, sexagesimal),
  type('float', /^[-+]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][-+]\d+)?$/, Number),
  type('float', /^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/, sexagesimal),
  type('float', /^[-+]?\.(?:inf|Inf|INF)$/, (text) => (text.startsWith('-') ? -Infinity : Infinity)),
  type('float', /^\.(?:nan|NaN|NAN)$/, () => Number.NaN),
];

/** @param value what a scalar means, without the underscores between its digits */
function type(name: string, test: RegExp, value: (text: string) => null | boolean | number) {
  return {
    tag: `tag:yaml.org,2002:${name}`,
    default: true,
    test,
    resolve: (text: string) => value(text.replaceAll('_', '')),
  };
}

function integer(text: string, base: number): number {
  const digits = text.replace(/^[-+]?(?:0[bx])?/, '');
  return signed(text, digits === '' ? 0 : Number.parseInt(digits, base));
}

/** Base 60, as in `12:30:45`. */
function sexagesimal(text: string): number {
  const parts = text.replace(/^[-+]/, '').split(':');
  return signed(
    text,
    parts.reduce((sum, part) => sum * 60 + Number(part), 0),
  );
}

function signed(text: string, value: number): number {
  return text.startsWith('-') ? -value : value;
}
