import { CallSite } from '../base/call-site.js';
import type { DetailTypeOf, EventCatalog } from '../base/catalog.js';
import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import type { ContractBreach } from './contract-breach.js';
import type { ContractRegistry } from './contract-registry.js';
import { isStandardSchema, type StandardSchema } from './standard-schema.js';

/** A contract that was declared. */
export interface ContractHandle {
  /** Removes the contract, and what it found. */
  remove(): void;
}

/** Contracts: schemas for the details of events. */
export interface Contracts<Catalog extends EventCatalog> {
  /**
   * Declares a schema for the details of some events. A detail that breaks it is recorded, and EventBridge still accepts
   * the entry: it knows nothing of contracts. `reset()` forgets what was recorded and keeps the contract; a second contract
   * for the same events replaces the first.
   * @param schema of any library that implements Standard Schema: Zod, Valibot, ArkType and others; it may be asynchronous
   * @throws {FakeEventBridgeError} when it is not a schema
   * @example
   * ```ts
   * eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.string(), total: z.number() }));
   * await publishOrders(orders);
   * eb.assertContracts();
   * ```
   */
  contract(source: string, detailType: DetailTypeOf<Catalog>, schema: StandardSchema): ContractHandle;
  /** The details that break a contract. An asynchronous schema may not have checked all of them yet. */
  readonly breaches: readonly ContractBreach[];
  /**
   * Resolves when asynchronous schemas have checked everything that was sent. Assertions never wait: `assertContracts`
   * and `verify` fail, and say so, while a check has not finished.
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
  registry: ContractRegistry,
): Contracts<Catalog> {
  function contract(...args: unknown[]): ContractHandle {
    refuseExtraArguments('contract', ['source', 'detailType', 'schema'], args);
    const [source, detailType, schema] = args;
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
        `contract: the third argument is a schema, not ${describeValue(schema)}. It needs to implement Standard Schema, as those of Zod 3.24, Valibot 1 and ArkType 2 and later do.`,
      );
    }
    const declared = registry.declare({
      source,
      detailType,
      schema,
      location: new CallSite(contract).location,
    });
    return {
      remove: (...extra: unknown[]) => {
        refuseExtraArguments('remove', [], extra);
        registry.remove(declared);
      },
    };
  }
  async function contractsChecked(...args: unknown[]): Promise<void> {
    refuseExtraArguments('contractsChecked', [], args);
    await registry.finished();
  }
  return {
    contract,
    contractsChecked,
    get breaches() {
      return registry.breaches;
    },
  };
}
