import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { DEFECTS } from './defects';

const root = resolve(__dirname, '../..');
mkdirSync(join(root, '.tmp'), { recursive: true });
const folder = mkdtempSync(join(root, '.tmp', 'pasted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

/** What a test file has around the test that is pasted into it. */
const around = (index: number, version: string, pasted: string) => `
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { DEFECTS, pendingRows } from '../../test/explore/defects';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterAll(() => eb.restore());
const publish = async (events: number) => DEFECTS[${index}]?.publish(events, '${version}');
const surfaced = (_result: unknown) => pendingRows();

${pasted}
`;

const run = (program: string, ...args: string[]) => {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
};

test('the test of each finding fails with the defect and passes once it is fixed', async () => {
  for (const [index, { file, path, kind, options, publish }] of DEFECTS.entries()) {
    const report = await eb.replay(path, (events) => publish(events, 'defect'), options);
    const pasted = report.findings.find((finding) => finding.kind === kind)?.test;
    for (const version of ['defect', 'fixed'])
      writeFileSync(join(folder, `${file}.${version}.test.ts`), around(index, version, String(pasted)));
  }
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.test.json'), 'utf8'));
  const paths = Object.entries<string[]>(compilerOptions.paths).map(([name, files]) => [
    name,
    files.map((each) => join(root, each)),
  ]);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.test.json',
      include: ['.'],
      exclude: [],
      compilerOptions: { rootDir: '../..', noUnusedLocals: false, paths: Object.fromEntries(paths) },
    }),
  );

  expect(run('typescript/bin/tsc', '-p', folder).stdout).toBe('');
  const { stdout } = run(
    'jest/bin/jest.js',
    '--config',
    'test/support/jest-base.mjs',
    '--roots',
    folder,
    '--json',
  );
  const results: { name: string; status: string; message: string }[] = JSON.parse(stdout).testResults;

  const failed = results.filter(({ status }) => status === 'failed');
  expect(failed.filter(({ name }) => name.includes('.fixed.')).map(({ message }) => message)).toEqual([]);
  expect(failed).toHaveLength(DEFECTS.length);
  for (const { message } of failed) expect(message).toMatch(/eb\.assert|expect\(received\)/);
  expect(results).toHaveLength(2 * DEFECTS.length);
});
