import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { loadYaml } from '../../../src/cloudformation/yaml/yaml-library';

const folder = mkdtempSync(join(tmpdir(), 'yaml-library-'));
afterAll(() => rmSync(folder, { recursive: true }));

const project = (name: string, library: string) => {
  const installed = join(folder, name, 'node_modules', 'yaml');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'index.js'), library);
  return join(folder, name, 'package.json');
};

describe('the package yaml', () => {
  const nowhere = join(folder, 'package.json');

  test('is the first that is installed', () => {
    expect(loadYaml([nowhere, __filename])).toHaveProperty('Composer');
  });

  test('is ignored in version 1', () => {
    const versionOne = project('one', 'exports.parse = () => ({});');
    expect(loadYaml([versionOne, __filename])).toHaveProperty('Composer');
  });

  test('that is not installed is an error that says what to do', () => {
    expect(() => loadYaml([nowhere])).toThrow(
      'rulesFrom: the template is not JSON, and YAML needs the package "yaml", version 2 or later: npm install --save-dev yaml. Or pass the template as an object.',
    );
  });

  test('is found beside this library when the working directory has none', () => {
    const elsewhere = jest.spyOn(process, 'cwd').mockReturnValue(folder);
    try {
      expect(fakeEventBridge().rulesFrom('Resources: {}').rules).toEqual([]);
    } finally {
      elsewhere.mockRestore();
    }
  });
});
