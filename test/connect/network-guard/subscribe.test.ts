import { channel } from 'node:diagnostics_channel';
import { runInThisContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { subscribe } from '../../../src/connect/network-guard/subscribe';
import { collectGarbage } from '../../support/collect-garbage';

const NAME = 'fake-eventbridge.trial';

test('listeners are called newest first, until each of them stops listening', () => {
  const heard: string[] = [];
  const first = (message: unknown) => heard.push(`first ${message}`);
  const second = (message: unknown) => heard.push(`second ${message}`);
  const stopFirst = subscribe(NAME, first);
  const stopSecond = subscribe(NAME, second);

  channel(NAME).publish('a');
  stopFirst();
  stopFirst();
  channel(NAME).publish('b');
  stopSecond();

  expect(heard).toEqual(['second a', 'first a', 'second b']);
  expect(channel(NAME).hasSubscribers).toBe(false);
});

test('nothing is left on the global object of the process', () => {
  const keys = () => runInThisContext('Reflect.ownKeys(globalThis)') as PropertyKey[];
  const before = keys();
  const listener = () => {};

  subscribe(NAME, listener)();

  expect(keys()).toEqual(before);
});

test('a channel that was collected as garbage before undici made its own is heard', async () => {
  const turn = () => new Promise(setImmediate);
  const names = Array.from({ length: 10 }, (_, n) => `fake-eventbridge.collected-${n}`);
  for (const name of names) subscribe(name, () => {})();
  await turn();
  collectGarbage();
  const ofUndici = names.map((name) => channel(name));
  await turn();
  await turn();

  const heard: unknown[] = [];
  const listener = (message: unknown) => heard.push(message);
  const stops = names.map((name) => subscribe(name, listener));
  for (const each of ofUndici) each.publish('a request');
  for (const stop of stops) stop();

  expect(heard).toEqual(names.map(() => 'a request'));
});
