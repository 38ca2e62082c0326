// Takes the paths of `count-path.mjs`, and prints as JSON which functions each of them called, by file.
import { register } from 'node:module';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

let calls = new Map();
globalThis.noteCall = (file, name) => {
  if (!calls.has(file)) calls.set(file, new Set());
  if (name !== '') calls.get(file).add(name);
};

register('./count-path-hooks.mjs', import.meta.url);
const { fakeEventBridge } = await import('../src/index.ts');

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
const client = new EventBridgeClient({ region: 'us-east-1' });
const send = (orderId) =>
  client.send(
    new PutEventsCommand({
      Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify({ orderId }) }],
    }),
  );
const paths = {
  send: () => send('o-3'),
  assertPublished: () => {
    try {
      eb.assertPublished({ source: 'shop.orders', detail: { orderId: 'o-9' } });
    } catch (error) {
      return error.message;
    }
    throw new Error('the assertion has not failed');
  },
};

await send('o-1');
await send('o-2');
eb.assertPublished({ detail: { orderId: 'o-1' } });
const roomOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '(root)');
const filesOf = (called) => {
  const rooms = [...new Set([...called.keys()].map(roomOf))];
  return [...called]
    .map(([file, names]) => ({ room: roomOf(file), name: file, functions: [...names] }))
    .sort((a, b) => rooms.indexOf(a.room) - rooms.indexOf(b.room));
};
const printed = {};
for (const [name, take] of Object.entries(paths)) {
  calls = new Map();
  await take();
  printed[name] = filesOf(calls);
}
console.log(JSON.stringify(printed));
