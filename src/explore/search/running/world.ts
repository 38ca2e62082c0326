import { CallbackErrors } from '../../../base/callback-errors.js';
import { ContractRegistry } from '../../../contracts/contract-registry.js';
import type { Engine } from '../../../engine/engine.js';
import type { PutEventsDeps } from '../../../engine/put-events.js';
import { SeededNumbers } from '../../../engine/seeded-numbers.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import { Deliveries } from '../../../rules/deliveries.js';
import { RuleRegistry } from '../../../rules/rule-registry.js';
import type { Limits, PutEventsEntry } from '../../../service/put-events-types.js';
import { Sandbox } from './sandbox.js';
import { SystemRequests, Turns } from './turns.js';
import { installClock, type VirtualClock } from './virtual-clock.js';

/** What exploring needs of the fake. */
export interface ExploreDeps {
  readonly engine: Engine;
  /** The event loop's own, also where the test has installed fake timers. */
  readonly setImmediate: typeof setImmediate;
  readonly seed: number | string;
  readonly identify: ((entry: PutEventsEntry) => string) | undefined;
  readonly limits: Limits;
  /** As assertions know them. */
  readonly buses: ReadonlySet<string> | undefined;
  readonly compileMatch: (match: unknown, method: string) => CompiledMatch;
  readonly refillRetryQuotas: () => void;
  /** Receives the function that ends the exploration at once, for a test that is over before it. */
  readonly onOpen: (stop: () => void) => void;
  /** The error of an exploration that was ended so. */
  readonly ended: (method: string) => Error;
  /** The faults of the test that may still fire. */
  readonly declaredFaults: () => readonly string[];
}

/** Everything around the runs: the clock, the sandbox, and the parts of the engine that serve them. */
export interface World {
  readonly deps: ExploreDeps;
  readonly clock: VirtualClock;
  readonly sandbox: Sandbox;
  readonly turns: Turns;
  readonly systemRequests: SystemRequests;
  readonly seed: number | string;
  /** The parts that serve a run, in a fresh state. @throws {FakeEventBridgeError} when the exploration was ended */
  substitute(parts: Pick<PutEventsDeps, 'journal' | 'plan'>): void;
  close(): void;
}

/** Opens a world. The records, faults and rules of the test stay as they are until it is closed, and after. */
export function openWorld(deps: ExploreDeps, seed: number | string, method: string): World {
  const clock = installClock(method);
  const sandbox = new Sandbox(seed);
  const turns = new Turns(deps.setImmediate);
  let restore: (() => void) | undefined;
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    restore?.();
    sandbox.leave();
    clock.uninstall();
    turns.close();
  };
  sandbox.enter();
  deps.onOpen(close);
  return {
    deps,
    clock,
    sandbox,
    turns,
    systemRequests: new SystemRequests(),
    seed,
    substitute: (parts) => {
      if (!isOpen) throw deps.ended(method);
      const undo = deps.engine.substitute({
        ...parts,
        numbers: new SeededNumbers(seed),
        contracts: new ContractRegistry(new CallbackErrors()),
        rules: new RuleRegistry(),
        deliveries: new Deliveries(),
      });
      restore ??= undo;
    },
    close,
  };
}
