// What an import costs on top of the SDK client, in fresh processes, in turns: by `require`, and of the ES module.
import { execFileSync } from 'node:child_process';
import { median } from './measure.mjs';

const FORMATS = {
  require: (name) => `
const sdk = require('@aws-sdk/client-eventbridge');
if (!sdk.EventBridgeClient) throw new Error('no SDK');
const start = process.hrtime.bigint();
if (!require('${name}')) throw new Error('no module');
console.log(Number(process.hrtime.bigint() - start) / 1e6);`,
  'ES module': (name) => `
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
if (!EventBridgeClient) throw new Error('no SDK');
const start = process.hrtime.bigint();
await import('${name}');
console.log(Number(process.hrtime.bigint() - start) / 1e6);`,
};
const INPUT = { require: 'commonjs', 'ES module': 'module' };

/** @returns by format, milliseconds and their ratio */
export function importCost(rounds = 9) {
  return Object.entries(FORMATS).map(([format, script]) => {
    const times = { 'fake-eventbridge': [], 'aws-sdk-client-mock': [] };
    for (let round = 0; round < rounds; round++) {
      for (const name of Object.keys(times)) {
        const args = ['--no-warnings', `--input-type=${INPUT[format]}`, '-e', script(name)];
        times[name].push(Number(execFileSync(process.execPath, args, { encoding: 'utf8' })));
      }
    }
    const fake = median(times['fake-eventbridge']);
    const mock = median(times['aws-sdk-client-mock']);
    return { format, fake, mock, ratio: fake / mock };
  });
}

if (process.argv[1] === import.meta.filename) console.log(importCost());
