import { declaredAt } from '../base/call-site.js';
import type { CallbackErrors } from '../base/callback-errors.js';
import { freezeDeep, isObject, type JsonObject } from '../base/json/json.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { ContractBreach } from './contract-breach.js';
import { pathOf, type SchemaIssue, type SchemaResult, type StandardSchema } from './standard-schema.js';

/** A detail that was checked, or is being checked. */
interface Checked {
  readonly calls: Set<number>;
  readonly detail: JsonObject;
  issues: readonly SchemaIssue[];
}

/** A contract as a test declares it. */
export interface ContractDeclaration {
  readonly source: string;
  readonly detailType: string;
  readonly schema: StandardSchema;
  /** The line that declared it. */
  readonly location: string | undefined;
}

/** What the details of one source and detail type have to be, and what was sent against it. */
export class Contract {
  readonly source: string;
  readonly detailType: string;
  readonly location: string | undefined;
  readonly #schema: StandardSchema;
  readonly #callbackErrors: CallbackErrors;
  /** By the JSON of the detail: what is resent is not checked again. */
  #checked = new Map<string, Checked>();
  #pending = new Set<Promise<void>>();

  constructor({ source, detailType, schema, location }: ContractDeclaration, callbackErrors: CallbackErrors) {
    this.source = source;
    this.detailType = detailType;
    this.location = location;
    this.#schema = schema;
    this.#callbackErrors = callbackErrors;
  }

  /** Checks an entry of a request. EventBridge itself rejects a detail that is not a JSON object. */
  check(entry: SentEntry, call: number): void {
    const { detailJson = '' } = entry;
    const before = this.#checked.get(detailJson);
    if (before !== undefined) {
      before.calls.add(call);
      return;
    }
    const { detail } = entry;
    if (!isObject(detail)) return;
    const checked: Checked = { calls: new Set([call]), detail: detail as JsonObject, issues: [] };
    this.#checked.set(detailJson, checked);
    this.#validate(checked);
  }

  get breaches(): ContractBreach[] {
    const { source, detailType, location } = this;
    return [...this.#checked.values()]
      .filter(({ issues }) => issues.length > 0)
      .map(({ issues, detail, calls }) =>
        freezeDeep({
          source,
          detailType,
          issues: issues.map((issue) => ({ path: pathOf(issue), message: issue.message })),
          detail,
          calls: [...calls],
          ...(location !== undefined && { declaredAt: location }),
        }),
      );
  }

  /** The checks that an asynchronous schema has not finished. */
  get pending(): readonly Promise<void>[] {
    return [...this.#pending];
  }

  /** Forgets what was sent; a check that has not finished is ignored. */
  clear(): void {
    this.#checked = new Map();
    this.#pending = new Set();
  }

  #validate(checked: Checked): void {
    const settle = (result: SchemaResult) => {
      checked.issues = result.issues ?? [];
    };
    const add = this.#callbackErrors.adderOfNow('await eb.contractsChecked()');
    const fail = (error: unknown) => {
      add(
        error,
        `The schema of contract("${this.source}", "${this.detailType}")${declaredAt(this.location)}`,
      );
    };
    try {
      const result = this.#schema['~standard'].validate(checked.detail);
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
