import { wrongUse } from '../../base/errors.js';
import { isObject } from '../../base/json/json.js';
import { list } from '../../base/words/english.js';
import { didYouMean } from '../../base/words/suggestion.js';
import { type EntryErrorCode, entryErrorOf, type GivenEntryError } from '../../faults/entry-errors.js';
import {
  type GivenRequestError,
  type RequestErrorName,
  requestErrorOf,
} from '../../faults/request-errors.js';
import { CATALOG } from './catalog.js';
import type { Failure } from './failure.js';

/** A failure that a test adds to the catalog. */
export interface ExtraFailure {
  /** Its name in paths and reports. */
  readonly name: string;
  /** The error of an entry, as `eb.failEntry` takes it. */
  readonly failEntry?: EntryErrorCode | GivenEntryError;
  /** The error of a request, as `eb.failRequest` takes it. */
  readonly failRequest?: RequestErrorName | GivenRequestError;
  /** Whether a retry can succeed. */
  readonly isRetryable: boolean;
}

/** Which failures are explored. */
export interface CatalogOptions {
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly extend?: readonly ExtraFailure[] | undefined;
}

/**
 * The failures that the options leave.
 * @throws {FakeEventBridgeError} for a name that the catalog does not have, or when no failure is left
 */
export function selectCatalog(
  { include, exclude = [], extend = [] }: CatalogOptions,
  method: string,
): readonly Failure[] {
  const extended = [...CATALOG, ...extend.map((extra) => failureOf(extra, method))];
  const names = extended.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw wrongUse(
      `${method}: extend has a failure "${twice}", and there is one of that name already. Give it another name.`,
    );
  for (const [option, given] of Object.entries({ include: include ?? [], exclude })) {
    for (const name of given) {
      if (names.includes(name)) continue;
      throw wrongUse(
        `${method}: ${option} names a failure "${name}" that the catalog does not have.${didYouMean(name, names)} It has ${list(names)}.`,
      );
    }
  }
  const selected = extended.filter(
    ({ name }) => (include === undefined || include.includes(name)) && !exclude.includes(name),
  );
  if (selected.length > 0) return selected;
  throw wrongUse(`${method}: include and exclude leave no failure to explore. Leave one of them out.`);
}

function failureOf(extra: unknown, method: string): Failure {
  if (!isObject(extra) || typeof extra['name'] !== 'string' || !/^[\w-]+$/.test(extra['name'])) {
    throw wrongUse(
      `${method}: a failure in extend needs a name of letters, digits and hyphens, such as { name: "quota", failRequest: { name: "LimitExceeded", status: 400 }, isRetryable: false }.`,
    );
  }
  const { name, failEntry, failRequest, isRetryable } = extra;
  if ((failEntry === undefined) === (failRequest === undefined) || typeof isRetryable !== 'boolean') {
    throw wrongUse(
      `${method}: the failure "${name}" in extend needs either failEntry or failRequest, and isRetryable as a boolean.`,
    );
  }
  if (failEntry !== undefined) {
    const error = entryErrorOf(failEntry, undefined, `${method}: failEntry of "${name}" in extend`);
    return {
      name,
      effect: { level: 'entry', error },
      repeats: ['once', 'always'],
      declaration: codeOf(failEntry),
      sentence: `request {} is answered with ${error.code}`,
      code: error.code,
      isRetryable,
    };
  }
  const error = requestErrorOf(`${method}: failRequest of "${name}" in extend`, failRequest);
  return {
    name,
    effect: { level: 'request', what: { kind: 'error', error } },
    repeats: ['once', 'call', 'always'],
    declaration: `failRequest(${codeOf(failRequest)})`,
    sentence: `request {} is answered with ${error.code}`,
    code: error.code,
    isRetryable,
  };
}

function codeOf(given: unknown): string {
  return JSON.stringify(given)
    .replace(/"(\w+)":/g, ' $1: ')
    .replace(/\}$/, ' }');
}
