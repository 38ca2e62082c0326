import { documented, ENGINE, inferred, PAGES, recorded } from '../evidence';
import { type Answer, asks, refuses, verdict } from '../exchange';
import type { Topic } from '../row';

const RULES = inferred(ENGINE);
const IN_2025 = '2025-10-15';
const MATCHES = 'pattern/matches.test.ts' as const;

/** Asks whether a pattern of the detail matches a detail. */
const detail = (pattern: unknown, value: unknown, answer: Answer = verdict(true)) =>
  asks(
    JSON.stringify({ detail: pattern }),
    JSON.stringify({
      id: '1',
      account: '123456789012',
      source: 'shop',
      time: '2026-01-01T00:00:00Z',
      region: 'us-east-1',
      'detail-type': 't',
      detail: value,
    }),
    answer,
  );
const NO = verdict(false);
const TOO_COMPLEX = refuses(
  'InvalidEventPatternException',
  'Event pattern is not valid. Reason: Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character',
);

export const patterns: Topic = {
  title: 'Event patterns',
  rows: [
    {
      id: 'values-typed',
      what: 'Values are compared in their type: `"1"`, `1` and `true` are three values.',
      ...recorded('boolean_NEG', IN_2025),
      code: 'pattern/matching/values/value-tests.ts#exactTests',
      tests: [`${MATCHES}: is compared in its own type`],
      mutant: {
        from: '{ ...NEVER, string: (given) => given === string }',
        to: '{ ...NEVER, string: (given) => given === string, number: (given) => String(given) === string }',
      },
      exchanges: [detail({ a: [1] }, { a: '1' }, NO), detail({ a: ['true'] }, { a: true }, NO)],
    },
    {
      id: 'array-consistency',
      what: 'Fields below one array match in one element of it.',
      ...recorded('list_within_dict', IN_2025),
      code: 'pattern/matching/conjunction-holds.ts#arrayHolds',
      tests: [`${MATCHES}: of an array have to match in one element of it`],
      mutant: {
        from: 'return array.elements.some((element) => holdsIn(element, fields, begin, end, fields[first]));',
        to: 'return array.elements.length > 0;',
      },
      exchanges: [
        detail(
          { a: { b: [1], c: [2] } },
          {
            a: [
              { b: 1, c: 0 },
              { b: 0, c: 2 },
            ],
          },
          NO,
        ),
      ],
    },
    {
      id: 'anything-but-present',
      what: '`anything-but` holds for values of any type, and not for a field that is absent.',
      ...recorded('content_anything_but_string_missing_NEG', IN_2025),
      code: 'pattern/matching/values/value-tests.ts#excluding',
      tests: [`${MATCHES}: anything-but a string`],
      mutant: { from: 'literal: always,', to: 'literal: undefined,' },
      exchanges: [
        detail({ a: [{ 'anything-but': 'x' }] }, { a: null }),
        detail({ a: [{ 'anything-but': 'x' }] }, {}, NO),
      ],
    },
    {
      id: 'exists-values',
      what: '`exists` holds for values: `null` is one, `{}` and `[]` are not.',
      ...recorded('exists_list_empty_NEG', IN_2025),
      code: 'pattern/matching/values/value-tests.ts#valueTests',
      tests: [`${MATCHES}: exists`],
      mutant: {
        from: 'string: always, number: always, literal: always',
        to: 'string: always, number: always, literal: undefined',
      },
      exchanges: [
        detail({ a: [{ exists: true }] }, { a: null }),
        detail({ a: [{ exists: true }] }, { a: [] }, NO),
      ],
    },
    {
      id: 'numeric-range',
      what: '`numeric` compares numbers only, with open and closed ends.',
      ...recorded('content_numeric_and', IN_2025),
      code: 'pattern/matching/values/value-tests.ts#isInRange',
      tests: [`${MATCHES}: numeric`],
      mutant: { from: 'number <= bottom : number < bottom', to: 'number < bottom : number < bottom' },
      exchanges: [
        detail({ a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }),
        detail({ a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 0 }, NO),
      ],
    },
    {
      id: 'or-branches',
      what: '`$or` needs one of its branches, together with the fields beside it.',
      ...recorded('or-exists', IN_2025),
      code: 'pattern/language/read-pattern.ts#readOr',
      tests: [`${MATCHES}: $or at any level: one branch is enough, and the fields beside it must match too`],
      mutant: { from: 'if (branches < 2)', to: 'if (branches < 1)' },
      exchanges: [
        detail({ $or: [{ a: [1] }, { b: [2] }] }, { b: 2 }),
        detail({ $or: [{ a: [1] }, { b: [2] }] }, { a: 2 }, NO),
      ],
    },
    {
      id: 'or-reserved',
      what: 'Names of operators, also of future ones, cannot be fields below a branch of `$or`.',
      ...RULES,
      code: 'pattern/language/read-pattern.ts#RESERVED_IN_OR',
      tests: [`${MATCHES}: names that $or keeps for operators, anywhere below a branch`],
      mutant: { from: "'in-date-range',", to: '' },
    },
    {
      id: 'or-combinations',
      what: 'A pattern whose `$or` come to over 1,000 combinations is refused; the words are inferred.',
      ...documented(PAGES.operators),
      code: 'pattern/language/read-pattern.ts#readOr',
      tests: [
        `${MATCHES}: patterns whose $or come to over 1000 combinations are refused before they are expanded`,
      ],
      mutant: { from: 'MAX_COMBINATIONS = 1000', to: 'MAX_COMBINATIONS = 100_000' },
    },
    {
      id: 'wildcard-complexity',
      what: 'Wildcards of a field are refused when one value can match more than ten of their prefixes.',
      ...recorded('content_wildcard_complex_EXC', IN_2025),
      code: 'pattern/language/wildcard/wildcard-complexity.ts#refuseComplexity',
      tests: [`${MATCHES}: wildcards that are too complex`],
      mutant: { from: 'MAX_COMPLEXITY = 10', to: 'MAX_COMPLEXITY = 11' },
      exchanges: [detail({ a: [{ wildcard: '*:*:*:*:*:event-bus/*' }] }, { a: 'x' }, TOO_COMPLEX)],
    },
    {
      id: 'pattern-depth',
      what: 'A pattern nested deeper than 1,000 levels is refused.',
      ...inferred('the default of Jackson, the parser of the rule engine'),
      code: 'pattern/language/json/json-reader.ts#nestedTooDeep',
      tests: [
        `pattern/hostile-input.test.ts: nested deeply: events at any depth, patterns as deep as AWS reads them`,
      ],
      mutant: { from: 'const MAX_DEPTH = 1000', to: 'const MAX_DEPTH = 1001' },
    },
    {
      id: 'pattern-snippet',
      what: 'The location in an error shows at most 500 characters of the pattern.',
      ...inferred('the default of Jackson, the parser of the rule engine'),
      code: 'pattern/language/json/json-lexer.ts#MAX_SHOWN',
      tests: [`${MATCHES}: the error cuts a long pattern`],
      mutant: { from: 'MAX_SHOWN = 500', to: 'MAX_SHOWN = 400' },
    },
    {
      id: 'numbers-beyond-double',
      what: 'A number that no double holds is compared by its characters.',
      ...RULES,
      code: 'pattern/language/comparable-number.ts#comparableNumber',
      tests: [`${MATCHES}: that no double holds is compared as it is written`],
      mutant: {
        from: 'normalized(json) === normalized(asJavaPrints(value)) ? value : undefined',
        to: 'value',
      },
    },
    {
      id: 'addresses-equal',
      what: 'Strings that are IP addresses are compared as addresses.',
      ...RULES,
      code: 'pattern/matching/values/address-test.ts#addressTest',
      tests: [`${MATCHES}: that is an IP address is the same address however it is written`],
      mutant: {
        file: 'pattern/matching/values/value-tests.ts',
        from: 'given === string || test.string(given)',
        to: 'given === string',
      },
      exchanges: [detail({ a: ['2001:db8::1'] }, { a: '2001:0db8:0:0:0:0:0:1' })],
    },
    {
      id: 'addresses-as-java',
      what: 'Addresses are read as Java reads them: `::ffff:a00:1` is `10.0.0.1`.',
      ...RULES,
      code: 'pattern/language/ip-address.ts#parseIPv6',
      tests: [`${MATCHES}: that is an IP address is the same address however it is written`],
      mutant: { from: 'return isMapped ? bytes.slice(12) : bytes;', to: 'return bytes;' },
      exchanges: [detail({ a: [{ cidr: '10.0.0.0/8' }] }, { a: '::ffff:a00:1' })],
    },
    {
      id: 'cidr-digits',
      what: '`cidr` compares hexadecimal digits: addresses of the other length and numbers can be in a block.',
      ...RULES,
      code: 'pattern/matching/values/address-test.ts#isBetween',
      tests: [`${MATCHES}: cidr of all of IPv6`],
      mutant: { from: 'if (isAboveBottom && isBelowTop) return true;', to: '' },
      exchanges: [detail({ a: [{ cidr: '::/0' }] }, { a: '10.0.0.1' })],
    },
    {
      id: 'exists-false-in-array',
      what: '`exists: false` below an array is about the element that earlier names have chosen.',
      ...RULES,
      code: 'pattern/matching/conjunction-holds.ts#isAbsentFrom',
      tests: [
        `${MATCHES}: exists: false in an array is about the element that fields with earlier names chose`,
      ],
      mutant: { from: 'present[field.leaf] !== true && field !== chosen', to: 'field !== chosen' },
      exchanges: [
        detail({ a: { m: [1], z: [{ exists: false }] } }, { a: [{ m: 1 }, { z: 1 }] }),
        detail({ a: { z: [{ exists: false }] } }, { a: [{ m: 1 }, { z: 1 }] }, NO),
      ],
    },
    {
      id: 'names-with-dots',
      what: 'A name with dots and the nested names that it spells are one path.',
      ...recorded('dot_joining_event', IN_2025),
      code: 'pattern/language/read-pattern.ts#pathOf',
      tests: [`${MATCHES}: names with dots are the path that they spell`],
      mutant: { from: '`${before}.${name}`', to: '`${before}/${name}`' },
      exchanges: [detail({ 'a.b': [1] }, { a: { b: 1 } }), detail({ a: { b: [1] } }, { 'a.b': 1 })],
    },
    {
      id: 'empty-names',
      what: 'No dot is put behind an empty name at the beginning of a path.',
      ...RULES,
      code: 'pattern/language/read-pattern.ts#pathOf',
      tests: [`${MATCHES}: empty names, as AWS joins and splits them`],
      mutant: { from: "return before === '' ? name :", to: 'return path.length === 0 ? name :' },
    },
    {
      id: 'exactly',
      what: 'The rule engine has an operator `exactly`, which the documentation does not have.',
      ...RULES,
      code: 'pattern/language/read-match-expression.ts#readMatchExpression',
      tests: [`${MATCHES}: exactly`],
      mutant: { from: "case 'exactly':", to: "case 'exact':" },
      exchanges: [detail({ a: [{ exactly: 'x' }] }, { a: 'x' })],
    },
    {
      id: 'affixes-quoted',
      what: 'A prefix may include the closing quote of a string, a suffix its opening quote.',
      ...RULES,
      code: 'pattern/matching/values/value-tests.ts#stringTest',
      tests: [`${MATCHES}: prefix with the closing quote`],
      mutant: {
        from: 'prefix.length === string.length + 1 &&',
        to: 'prefix.length === string.length + 2 &&',
      },
      exchanges: [detail({ a: [{ prefix: 'ab"' }] }, { a: 'ab' })],
    },
    {
      id: 'wildcard-positions',
      what: 'Positions in a wildcard count bytes of UTF-8.',
      ...RULES,
      code: 'pattern/language/wildcard/wildcard.ts#positionOf',
      tests: [`${MATCHES}: positions in wildcards are counted in bytes`],
      mutant: { from: 'Buffer.byteLength(string.slice(0, at)) + 1', to: 'at + 1' },
    },
    {
      id: 'ignoring-case',
      what: 'Ignoring case accepts the lower and the upper case of each character; `ß` is `SS` too.',
      ...RULES,
      code: 'pattern/matching/values/ignoring-case.ts#IgnoringCase',
      tests: [`${MATCHES}: ignoring case, characters that become several`],
      mutant: {
        from: 'const isSimple = [...this.#lower, ...this.#upper].every(({ length }) => length === 1);',
        to: 'const isSimple = true;',
      },
      exchanges: [detail({ a: [{ 'equals-ignore-case': 'straße' }] }, { a: 'STRASSE' })],
    },
    {
      id: 'wildcard-errors-order',
      what: "Of several wrong wildcards in `anything-but`, Java's `HashSet` picks the one to report.",
      ...RULES,
      code: 'pattern/language/read-anything-but.ts#inHashOrder',
      tests: [
        `${MATCHES}: of several wrong wildcards in anything-but, the one that comes first in a HashSet of Java`,
      ],
      mutant: {
        from: 'for (const string of inHashOrder(strings)) readWildcard(reader, string);',
        to: 'for (const string of strings) readWildcard(reader, string);',
      },
    },
    {
      id: 'duplicate-names',
      what: 'A field that an event names twice has both values.',
      ...recorded('duplicate_keys_location', IN_2025),
      code: 'pattern/matching/events/scan-event.ts#scanEvent',
      tests: [`${MATCHES}: a field that an event names twice has both values`],
      mutant: { from: 'if ((frame.seen & bit) !== 0) this.#visitor.ambiguousName();', to: '' },
    },
  ],
};
