import { freezeDeep, isObject, type JsonObject } from '../base/json.js';
import type { PutEventsEntry } from '../service/put-events-types.js';
import type { ContractBreach } from './contract-breach.js';
import { pathOf, type SchemaIssue, type SchemaResult, type StandardSchema } from './standard-schema.js';

/** A detail that was checked, or is being checked. */
interface Checked {
  readonly calls: Set<number>;
  readonly detail: JsonObject;
  issues: readonly SchemaIssue[];
}

/** What the details of one source and detail type have to be, and what was sent against it. */
export class Contract {
  readonly source: string;
  readonly detailType: string;
  readonly place: string | undefined;
  readonly #schema: StandardSchema;
  /** By text: what is sent again is not checked again. */
  #checked = new Map<string, Checked>();
  #pending = new Set<Promise<void>>();

  constructor(source: string, detailType: string, schema: StandardSchema, place: string | undefined) {
    this.source = source;
    this.detailType = detailType;
    this.place = place;
    this.#schema = schema;
  }

  /** Checks an entry that has crossed the wire. A detail that is no JSON object is EventBridge's to refuse. */
  check({ Source, DetailType, Detail = '' }: PutEventsEntry, call: number): void {
    if (Source !== this.source || DetailType !== this.detailType) return;
    const before = this.#checked.get(Detail);
    if (before !== undefined) {
      before.calls.add(call);
      return;
    }
    const detail = jsonObject(Detail);
    if (detail === undefined) return;
    const checked: Checked = { calls: new Set([call]), detail: freezeDeep(detail), issues: [] };
    this.#checked.set(Detail, checked);
    this.#validate(checked, Detail);
  }

  get breaches(): ContractBreach[] {
    const { source, detailType, place } = this;
    return [...this.#checked.values()]
      .filter(({ issues }) => issues.length > 0)
      .map(({ issues, detail, calls }) =>
        freezeDeep({
          source,
          detailType,
          issues: issues.map((issue) => ({ path: pathOf(issue), message: issue.message })),
          detail,
          calls: [...calls],
          ...(place !== undefined && { declaredAt: place }),
        }),
      );
  }

  /** The checks that an asynchronous schema has not finished. */
  get pending(): readonly Promise<void>[] {
    return [...this.#pending];
  }

  /** Forgets what was sent; a check that is under way then tells nobody. */
  clear(): void {
    this.#checked = new Map();
    this.#pending = new Set();
  }

  #validate(checked: Checked, text: string): void {
    const settle = (result: SchemaResult) => {
      checked.issues = result.issues ?? [];
    };
    const fail = (error: unknown) => {
      checked.issues = [{ message: `the schema itself threw: ${messageOf(error)}` }];
    };
    try {
      // A copy of its own: a schema may change what it is given.
      const result = this.#schema['~standard'].validate(JSON.parse(text));
      if (!('then' in result)) {
        settle(result);
        return;
      }
      const pending = this.#pending;
      const check = result.then(settle, fail).finally(() => pending.delete(check));
      pending.add(check);
    } catch (error) {
      fail(error);
    }
  }
}

function jsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
