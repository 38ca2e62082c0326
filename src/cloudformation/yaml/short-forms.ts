/** CloudFormation's short forms, without the exclamation mark, and the function that each means. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['Ref', 'Ref'],
  ['Condition', 'Condition'],
  ...[
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
  ].map((name) => [name, `Fn::${name}`] as const),
]);

/**
 * Tags for `yaml`, one for each short form and each kind of node. They keep the node as it is, so that aliases inside
 * stay what they are: the conversion to values makes the function of it.
 */
export const SHORT_FORM_TAGS = [...SHORT_FORMS.keys()].flatMap((name) => [
  { tag: `!${name}`, resolve: (value: string) => value },
  { tag: `!${name}`, collection: 'seq' as const, resolve: <Node>(node: Node) => node },
  { tag: `!${name}`, collection: 'map' as const, resolve: <Node>(node: Node) => node },
]);
