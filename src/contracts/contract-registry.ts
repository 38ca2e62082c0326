import type { CallbackErrors } from '../base/callback-errors.js';
import type { SentEntry } from '../service/sent-entry.js';
import { Contract, type ContractDeclaration } from './contract.js';
import type { ContractBreach } from './contract-breach.js';

/** The declared contracts, and what was sent against them. */
export class ContractRegistry {
  readonly #callbackErrors: CallbackErrors;
  #contracts = new Map<string, Contract>();

  /** @param callbackErrors keeps what a schema throws until the next assertion */
  constructor(callbackErrors: CallbackErrors) {
    this.#callbackErrors = callbackErrors;
  }

  /** A second contract for the same events replaces the first, so that one may be declared before each test. */
  declare(declaration: ContractDeclaration): Contract {
    const contract = new Contract(declaration, this.#callbackErrors);
    this.#contracts.set(JSON.stringify([declaration.source, declaration.detailType]), contract);
    return contract;
  }

  remove(contract: Contract): void {
    for (const [key, each] of this.#contracts) if (each === contract) this.#contracts.delete(key);
  }

  get contracts(): readonly Contract[] {
    return [...this.#contracts.values()];
  }

  get isEmpty(): boolean {
    return this.#contracts.size === 0;
  }

  /** Checks what was sent in a request, whatever EventBridge makes of it. */
  check(entries: readonly SentEntry[], call: number): void {
    for (const entry of entries)
      this.#contracts.get(JSON.stringify([entry.source, entry.detailType]))?.check(entry, call);
  }

  get breaches(): readonly ContractBreach[] {
    return Object.freeze(this.contracts.flatMap(({ breaches }) => breaches));
  }

  /** How many details asynchronous schemas have not checked yet. */
  get unfinished(): number {
    return this.contracts.reduce((sum, { pending }) => sum + pending.length, 0);
  }

  /** Resolves once every schema has checked what was sent so far, and what was sent meanwhile. */
  async finished(): Promise<void> {
    while (this.unfinished > 0) await Promise.all(this.contracts.flatMap(({ pending }) => pending));
  }

  /** Forgets what was sent; the contracts stay. */
  clear(): void {
    for (const contract of this.contracts) contract.clear();
  }
}
