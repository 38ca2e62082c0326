import { EventBridge, type EventBridgeClientConfig, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { CallSite } from '../base/call-site.js';
import { refuseExtraArguments } from '../base/errors.js';
import type { Engine } from '../engine/engine.js';
import { AttemptMemory } from './client/attempt-memory.js';
import { withoutMetadataService } from './client/defaults-mode.js';
import { fakeCredentials } from './client/settings.js';
import type { ConnectedClients } from './connected-clients.js';
import type { Connections } from './connections.js';
import { fetchFrom } from './fetch.js';
import { FakeRequestHandler } from './request-handler.js';
import { checkInput, runPipeline, sendWith } from './run-command.js';
import {
  type AnySdkClient,
  eventBridgeClient,
  isSdkClient,
  realClient,
  type SdkClient,
  type SdkClientClass,
} from './sdk-client.js';

/**
 * What the connections need of the fake.
 * @internal
 */
export interface ConnectionsDeps {
  readonly engine: Engine;
  readonly clients: ConnectedClients;
  readonly region: string;
  /** What `restore()` runs, once: the servers add how they are closed. */
  readonly onRestore: Set<() => void>;
}

/**
 * The ways to connect to one fake.
 * @internal
 */
export function createConnections({ engine, clients, region, onRestore }: ConnectionsDeps): Connections {
  let ownClient: EventBridge | undefined;

  function client(config: EventBridgeClientConfig = {}, ...more: unknown[]): EventBridge {
    refuseExtraArguments('eb.client', ['config'], [config, ...more]);
    const made = new EventBridge({
      region,
      credentials: fakeCredentials(),
      ...config,
      defaultsMode: withoutMetadataService(config.defaultsMode),
    });
    clients.connect(realClient(made, 'eb.client'));
    return made;
  }
  function install(clientClass: SdkClientClass, ...more: unknown[]): void {
    refuseExtraArguments('eb.install', ['clientClass'], [clientClass, ...more]);
    clients.install(clientClass, 'eb.install', new CallSite(install).location);
  }
  function attach(attached: AnySdkClient, ...more: unknown[]): void {
    refuseExtraArguments('eb.attach', ['client'], [attached, ...more]);
    clients.attach(attached, attach);
  }
  /** The client that a stub replaces a method of, or one of our own. */
  function clientBehind(value: unknown, method: string): SdkClient {
    if (isSdkClient(value)) {
      const behind = eventBridgeClient(value, method);
      clients.connect(behind);
      return behind;
    }
    ownClient ??= client();
    return eventBridgeClient(ownClient, method);
  }
  function putEvents(this: unknown, ...args: unknown[]): unknown {
    const run = async (value: unknown, input: unknown, options?: unknown) => {
      const checked = checkInput(input);
      return runPipeline(clientBehind(value, 'eb.putEvents'), new PutEventsCommand(checked), options);
    };
    if (isSdkClient(this)) return sendWith((input, options) => run(this, input, options), args);
    const [input, getClient] = args;
    return run(typeof getClient === 'function' ? getClient() : undefined, input);
  }
  function send(this: unknown, ...args: unknown[]): unknown {
    const behind = clientBehind(this, 'eb.send');
    return sendWith((command, options) => runPipeline(behind, command, options), args);
  }
  return {
    client,
    install,
    attach,
    requestHandler: new FakeRequestHandler(engine, new AttemptMemory()),
    // The pipeline's output for this very command; nothing when there is a callback, as in the SDK.
    putEvents: putEvents as Connections['putEvents'],
    send,
    fetch: (request, init) => fetchFrom(engine, request, init),
    restore: () => {
      ownClient = undefined;
      clients.restore();
      for (const run of onRestore) run();
      onRestore.clear();
    },
  };
}
