import { readFileSync } from 'node:fs';
import { type FakeEventBridge, fakeEventBridge } from '../../../src/index.js';
import { messageOf, settled as settledText } from '../../support/failure.js';
import { type Assertion, assertions, type FailureCase } from './cases.js';

/** A case, its assertion, and the texts that it has to fail with. */
export interface PinnedFailure {
  readonly name: string;
  readonly assertion: Assertion;
  readonly failure: FailureCase;
}

export const failures: readonly PinnedFailure[] = assertions.flatMap((assertion) =>
  assertion.cases.map((failure) => ({
    name: `${assertion.matcher ?? assertion.method}: ${failure.why}`,
    assertion,
    failure,
  })),
);

/** The pinned texts, by the name of their case. They are one below the other, so that a person can read them all. */
export function readTexts(file: string): Map<string, string> {
  const blocks = readFileSync(file, 'utf8').split(/^=== /m).slice(1);
  return new Map(
    blocks.map((block) => {
      const end = block.indexOf('\n');
      return [block.slice(0, end), block.slice(end + 1).replace(/\n+$/, '')];
    }),
  );
}

/** The fake after what the case is about has happened; `subject` is what its assertion is about. */
export async function after({ failure }: PinnedFailure): Promise<{ eb: FakeEventBridge; subject: object }> {
  const eb = fakeEventBridge(failure.buses === undefined ? {} : { buses: failure.buses });
  await failure.given(eb);
  return { eb, subject: failure.bus === undefined ? eb : eb.bus(failure.bus) };
}

/** Asserts by the matcher of a runner's `expect`. @returns the error's message */
export function byMatcher({ assertion, failure }: PinnedFailure, matchers: unknown): string {
  return messageOf(() => call(matchers, assertion.matcher ?? '', failure.args));
}

/** Asserts by the method of the fake. */
export function byMethod({ assertion, failure }: PinnedFailure, subject: object): string {
  const [match, times] = failure.args;
  const args = assertion.matcher === 'toHavePublishedTimes' ? [match, { times }] : failure.args;
  return messageOf(() => call(subject, failure.not ? (assertion.notMethod ?? '') : assertion.method, args));
}

/** Whether the case has a method: only one of them has an opposite. */
export function hasMethod({ assertion, failure }: PinnedFailure): boolean {
  return !failure.not || assertion.notMethod !== undefined;
}

/** The text of a matcher as the method has it: only its first line is another. */
export function asMethod(text: string, { assertion, failure }: PinnedFailure): string {
  const subject = failure.bus === undefined ? 'eb' : `eb.bus("${failure.bus}")`;
  const names = text.slice(text.indexOf('(', text.indexOf(').')) + 1, text.indexOf('\n') - 1);
  const args =
    assertion.matcher === 'toHavePublishedTimes'
      ? `match, { times: ${failure.args[1]} }`
      : assertion.matcher
        ? names
        : '';
  const method = failure.not ? assertion.notMethod : assertion.method;
  return `${subject}.${method}(${args})${text.slice(text.indexOf('\n'))}`;
}

/** What differs from run to run, and spaces at the ends of lines, which editors remove. */
export const settled = (text: string): string => settledText(text).replace(/ +$/gm, '');

function call(target: unknown, name: string, args: readonly unknown[]): void {
  const method: unknown = Reflect.get(Object(target), name);
  if (typeof method !== 'function') throw new TypeError(`there is no ${name}`);
  method.apply(target, args);
}
