// Prints how often each part of the library was evaluated by a script that uses all of them several times.
const { dirname, join } = require('node:path');
const { PutEventsCommand } = require('@aws-sdk/client-eventbridge');

const folder = dirname(require.resolve('fake-eventbridge'));
const evaluated = {};
for (const part of ['patterns', 'failures', 'templates', 'explore']) {
  const file = join(folder, `${part}.js`);
  const evaluate = require(file);
  require.cache[file].exports = (core) => {
    evaluated[part] = (evaluated[part] ?? 0) + 1;
    return evaluate(core);
  };
}

const { explain, fakeEventBridge, matches, pattern } = require('fake-eventbridge');
const Entries = [{ Source: 'shop', DetailType: 'OrderPlaced', Detail: '{}' }];

(async () => {
  for (const eb of [fakeEventBridge(), fakeEventBridge()]) {
    const client = eb.client();
    eb.rule('all', { source: ['shop'] });
    eb.rulesFrom({ Resources: {} });
    await client.send(new PutEventsCommand({ Entries }));
    const fails = [
      () => eb.assertNothingPublished(),
      () => eb.assertPublished({ source: 'cart' }),
      () => eb.assertPublished(pattern({ source: ['cart'] })),
      () => eb.assertNoEventLost(5),
    ];
    for (const assertion of fails) {
      try {
        assertion();
        process.exitCode = 1;
      } catch (error) {
        if (error.name !== 'EventAssertionError') throw error;
      }
    }
    matches({ source: ['shop'] }, { source: 'shop' });
    explain({ source: ['shop'] }, { source: 'cart' });
    await client
      .testEventPattern({ EventPattern: '{"source":["shop"]}', Event: '{}' })
      .catch(() => undefined);
    eb.timeline({ format: 'grid' });
    eb.reset();
    const publish = async () => void (await client.send(new PutEventsCommand({ Entries })));
    const atOnce = await Promise.allSettled([
      eb.exploreFailures(publish, { depth: 1 }),
      eb.exploreFailures(publish, { depth: 1 }),
    ]);
    console.log(atOnce.map(({ status, reason }) => reason?.message ?? status).join('\n'));
  }
  console.log(JSON.stringify(evaluated));
})();
