import { expect, test } from '@jest/globals';
import { type AnyEvents, EventAssertionError, fakeEventBridge, type Match } from 'fake-eventbridge';
import fc from 'fast-check';
import { entry, post } from '../support/put-events';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const key = fc.constantFrom('orderId', 'total', 'items', 'a', '');
const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(null, true, false, 0, -0, 1, 1.5, 1e21, '', '1', 'x'),
  fc.string({ maxLength: 3 }),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const detail = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });

/** A match of an event that was sent: with properties left out, or with something else in one place. */
const edit = fc.record({ keep: fc.array(fc.boolean(), { maxLength: 12 }), other: fc.option(value) });

function isObject(given: unknown): given is { readonly [key: string]: Json } {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** Leaves out properties of objects, and puts another value for the first property. */
function edited(given: Json, { keep, other }: { keep: boolean[]; other: Json | null }): Json {
  const flags = [...keep];
  const walk = (part: Json): Json => {
    if (!isObject(part)) return part;
    const kept = Object.entries(part).filter(() => flags.shift() ?? true);
    return Object.fromEntries(kept.map(([name, inner]) => [name, walk(inner)]));
  };
  const partial = walk(given);
  if (other === null || !isObject(partial)) return partial;
  const [first] = Object.keys(partial);
  return first === undefined ? partial : { ...partial, [first]: other };
}

/** Objects are partial, arrays are whole, everything else is equal as JSON has it: there is one zero. */
function fits(match: Json, given: Json | undefined): boolean {
  if (given === undefined) return false;
  if (Array.isArray(match)) {
    return (
      Array.isArray(given) &&
      given.length === match.length &&
      match.every((inner, index) => fits(inner, given[index]))
    );
  }
  if (isObject(match))
    return (
      isObject(given) &&
      Object.keys(match).every((name) => Object.hasOwn(given, name) && fits(match[name] ?? null, given[name]))
    );
  return match === given;
}

test('any match counts the events that the model counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(detail, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      edit,
      async (details, chosen, change) => {
        const eb = fakeEventBridge();
        const Entries = details.map((each) => entry({ Detail: JSON.stringify(each) }));
        await post(eb, JSON.stringify({ Entries }));
        const match = edited(details[chosen % details.length] ?? {}, change);
        const parsed: Json[] = details.map((each) => JSON.parse(JSON.stringify(each)));
        const expected = parsed.filter((each) => fits(match, each)).length;

        fc.pre(isObject(match) && Object.keys(match).length > 0);
        const given = { detail: match } as Match<AnyEvents>;
        expect(() => eb.assertPublished(given, { times: expected })).not.toThrow();
        expect(() => eb.assertPublished(given, { times: expected + 1 })).toThrow(EventAssertionError);
        if (expected > 0) expect(() => eb.assertNotPublished(given)).toThrow();
        else expect(() => eb.assertNotPublished(given)).not.toThrow();
      },
    ),
    { numRuns: 400, seed: 21 },
  );
});
