// Prints what loading the package and one call take, in a fresh process: modules, bytes of code, calls of functions.
const { Session } = require('node:inspector');
const { statSync } = require('node:fs');
const Module = require('node:module');
const { resolve, sep } = require('node:path');

const LIBRARY = resolve('dist/cjs');
const CALLS = 20;
// Otherwise the SDK warns about the version of Node.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const session = new Session();
session.connect();
/** The inspector of the own thread answers before it returns. */
const ask = (method, params) => {
  let answer;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
};

async function main() {
  const { PutEventsCommand } = require('@aws-sdk/client-eventbridge');
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

  const before = new Set(Object.keys(require.cache));
  const imported = new Set();
  const { _load: load } = Module;
  Module._load = (request, parent, ...rest) => {
    if (parent?.filename?.startsWith(LIBRARY)) imported.add(request);
    return load(request, parent, ...rest);
  };
  const { fakeEventBridge } = require(`${LIBRARY}/index.js`);
  const modules = Object.keys(require.cache).filter((file) => !before.has(file));
  const loading = {
    modules: modules.length,
    'modules that it names': imported.size,
    bytes: modules.reduce((sum, file) => sum + statSync(file).size, 0),
    'calls of functions': functionCalls().total,
  };

  const eb = fakeEventBridge();
  const client = eb.client();
  const send = (orderId) =>
    client.send(
      new PutEventsCommand({
        Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify({ orderId }) }],
      }),
    );
  const putEvents = await callOf(() => send('o-1'));
  const assertion = await callOf(() =>
    eb.assertPublished({ source: 'shop.orders', detail: { orderId: 'o-1' } }),
  );
  await passingTest(eb, send);
  const used = Object.keys(require.cache).filter((file) => file.startsWith(LIBRARY));
  console.log(
    JSON.stringify({
      import: loading,
      'PutEvents of one entry': putEvents,
      assertPublished: assertion,
      'a passing test': { modules: used.length },
    }),
  );
}

/** What most tests do: nothing of it may load a part that is loaded on demand. */
async function passingTest(eb, send) {
  eb.reset();
  eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
  eb.failRequest('InternalException');
  await send('o-1');
  await send('o-1');
  eb.assertPublished({ detail: { orderId: 'o-1' } }, { times: 1 });
  eb.assertNotPublished({ detail: { orderId: 'o-2' } });
  eb.assertPublishedInOrder([{ source: 'shop.orders' }]);
  eb.assertPublishedExactly([{ source: 'shop.orders' }]);
  eb.assertBatches([1, 1]);
  eb.assertNoEventLost([{ detail: { orderId: 'o-1' } }]);
  eb.assertOnlyFailedEntriesResent();
  eb.assertNoDuplicates();
  eb.verify();
  if (eb.bus('default').events.length !== 1 || eb.calls.length !== 2)
    throw new Error('the test does not pass');
  eb.reset();
  eb.assertNothingPublished();
}

/** What one of several equal calls takes, after one that warms up. */
async function callOf(call) {
  await call();
  functionCalls();
  const parses = countCalls(JSON, 'parse');
  const stringifies = countCalls(JSON, 'stringify');
  for (let i = 0; i < CALLS; i++) await call();
  const { total, constructors } = functionCalls();
  return {
    'calls of functions': Math.round(total / CALLS),
    'objects of classes': Math.round(constructors / CALLS),
    'JSON.parse': parses.stop() / CALLS,
    'JSON.stringify': stringifies.stop() / CALLS,
  };
}

/** Calls of functions of the library since the last time. */
function functionCalls() {
  const { result } = ask('Profiler.takePreciseCoverage');
  let total = 0;
  let constructors = 0;
  for (const { url, functions } of result) {
    if (!url.includes(LIBRARY.split(sep).join('/'))) continue;
    for (const { functionName, ranges } of functions) {
      total += ranges[0].count;
      // Functions are named in lower case here; a class means its constructor.
      if (/^[A-Z]/.test(functionName)) constructors += ranges[0].count;
    }
  }
  return { total, constructors };
}

/** Counts the calls that the library makes itself, not those of the SDK. */
function countCalls(object, name) {
  const original = object[name];
  let count = 0;
  object[name] = (...args) => {
    const [, caller = ''] = new Error().stack.split('\n').slice(1);
    if (caller.includes(LIBRARY)) count++;
    return original(...args);
  };
  return {
    stop: () => {
      object[name] = original;
      return count;
    },
  };
}

main();
