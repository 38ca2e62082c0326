import { callSite } from '../base/call-site.js';
import type { DetailTypeOf, EventCatalog } from '../base/catalog.js';
import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import type { ContractBreach } from './contract-breach.js';
import type { ContractRegistry } from './contract-registry.js';
import { isStandardSchema, type StandardSchema } from './standard-schema.js';

/** A contract that was declared. */
export interface ContractHandle {
  /** Takes it back, with what was sent against it. */
  remove(): void;
}

/** What the details of events have to be. */
export interface Contracts<Catalog extends EventCatalog> {
  /**
   * Declares what the details of some events have to be. What is sent against it is recorded, and AWS's answer stays as
   * it is: EventBridge knows nothing of contracts. `reset()` forgets what was sent and keeps the contract; a second one
   * for the same events replaces the first.
   * @param schema of any library that speaks Standard Schema: Zod, Valibot, ArkType and others; it may be asynchronous
   * @throws {FakeEventBridgeError} when it is no schema
   * @example
   * ```ts
   * eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.string(), total: z.number() }));
   * await publishOrders(orders);
   * eb.assertContracts();
   * ```
   */
  contract(source: string, detailType: DetailTypeOf<Catalog>, schema: StandardSchema): ContractHandle;
  /** The details that break a contract, as far as schemas have judged them. */
  readonly breaches: readonly ContractBreach[];
  /**
   * Resolves once asynchronous schemas have judged everything that was sent. Claims never wait: those about contracts
   * fail, and say so, while something is not judged yet.
   * @example
   * ```ts
   * afterEach(async () => {
   *   await eb.contractsChecked();
   *   eb.verify();
   * });
   * ```
   */
  contractsChecked(): Promise<void>;
}

/** The methods that declare contracts. */
export function createContracts<Catalog extends EventCatalog>(
  book: ContractRegistry,
): Omit<Contracts<Catalog>, 'breaches'> {
  function contract(source: unknown, detailType: unknown, schema: unknown): ContractHandle {
    if (typeof source !== 'string' || source === '') {
      throw wrongUse(
        `contract: the first argument is the source of the events, such as "shop.orders", not ${describeValue(source)}.`,
      );
    }
    if (typeof detailType !== 'string' || detailType === '') {
      throw wrongUse(
        `contract: the second argument is their detail type, such as "OrderPlaced", not ${describeValue(detailType)}.`,
      );
    }
    if (!isStandardSchema(schema)) {
      throw wrongUse(
        `contract: the third argument is a schema that speaks Standard Schema, such as one of Zod 3.24, Valibot 1 or ArkType 2 and later, not ${describeValue(schema)}.`,
      );
    }
    const declared = book.declare(source, detailType, schema, callSite(contract));
    return { remove: () => book.remove(declared) };
  }
  return { contract, contractsChecked: () => book.finished() };
}
