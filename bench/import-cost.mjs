// What an import costs on top of the SDK client, in fresh processes, in turns.
import { execFileSync } from 'node:child_process';
import { median } from './measure.mjs';

const script = (name) => `
const sdk = require('@aws-sdk/client-eventbridge');
if (!sdk.EventBridgeClient) throw new Error('no SDK');
const start = process.hrtime.bigint();
if (!require('${name}')) throw new Error('no module');
console.log(Number(process.hrtime.bigint() - start) / 1e6);`;

export function importCost(rounds = 9) {
  const times = { 'fake-eventbridge': [], 'aws-sdk-client-mock': [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(times)) {
      times[name].push(Number(execFileSync(process.execPath, ['-e', script(name)], { encoding: 'utf8' })));
    }
  }
  return { fake: median(times['fake-eventbridge']), mock: median(times['aws-sdk-client-mock']) };
}
