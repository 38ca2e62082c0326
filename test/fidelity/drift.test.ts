import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as sdk from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from '@jest/globals';
import { ENTRY_CODES, ERRORS, SENTENCES, SHAPES } from './sdk-model';
import { rows } from './table';

/** The parts of a schema of the SDK: kind, namespace, name, traits, names, types, count of required properties. */
type Schema = readonly [number, string, string, unknown, readonly string[], readonly unknown[], number?];

const schemas: Readonly<Record<string, unknown>> = { ...sdk };
const types = resolve(dirname(require.resolve('@aws-sdk/client-eventbridge')), '../dist-types');
const docs = (file: string) =>
  readFileSync(resolve(types, file), 'utf8')
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ');
const outOfDate = (names: readonly string[]) =>
  `if this fails, look at ${names.length === 1 ? 'the row' : 'the rows'} ${names.join(', ')}`;

describe("the installed SDK's own schemas", () => {
  test.each(SHAPES.map((shape) => [`${shape.schema}: ${outOfDate(shape.rows)}`, shape] as const))(
    '%s',
    (_, { schema, members, required }) => {
      const [, , , , names, kinds, requiredCount = 0] = schemas[schema] as Schema;
      const found = names.map((name, i) => [name, typeof kinds[i] === 'number' ? kinds[i] : 'shape']);
      expect({ members: Object.fromEntries(found), required: requiredCount }).toEqual({ members, required });
    },
  );

  test.each(ERRORS.map((all) => [`errors of ${all.command}: ${outOfDate(all.rows)}`, all] as const))(
    '%s',
    (_, { command, errors }) => {
      const thrown = [
        ...docs(`commands/${command}.d.ts`).matchAll(/@throws \{@link (\w+)\} \((\w+) fault\)/g),
      ];
      expect(Object.fromEntries(thrown.map(([, name, fault]) => [name, fault]))).toEqual(errors);
      for (const [name, fault] of Object.entries(errors))
        expect((schemas[`${name}$`] as Schema)[3]).toEqual({ error: fault });
    },
  );
});

describe("the installed SDK's documentation", () => {
  test.each(SENTENCES.map((said) => [`"${said.sentence}": ${outOfDate(said.rows)}`, said] as const))(
    '%s',
    (_, { file, sentence }) => {
      expect(docs(file).includes(sentence) ? sentence : `no longer in ${file}`).toBe(sentence);
    },
  );

  test(`codes of failed entries: ${outOfDate(['entry-error-codes'])}`, () => {
    const text = docs('models/models_0.d.ts');
    const begin = text.indexOf('The error code that indicates why the event submission failed.');
    const codes = text.slice(begin, text.indexOf('ErrorCode?:', begin)).matchAll(/<code>(.*?)<\/code>/g);
    expect([...codes].map(([, code = '']) => code.replace(/<.*?>/g, '').trim())).toEqual(ENTRY_CODES);
  });
});

test('every row that is named here exists', () => {
  const ids = rows.map(({ id }) => id);
  const named = [...SHAPES, ...ERRORS, ...SENTENCES].flatMap((entry) => entry.rows);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});
