import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const root = resolve(__dirname, '../..');
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
/** Without the picture and the links. */
const prose = page.replace(/```[\s\S]*?```/g, '').replace(/\]\([^)]*\)/g, '');
const codes = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const PATH = /^[\w./-]+(\/|\.(ts|mjs|js|md))$/;

function sourcesUnder(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
}

test('the page of the architecture names files and folders that exist', () => {
  const built = ['core.js', 'patterns.js', 'templates.js', 'failures.js', 'explore.js'];
  const paths = codes.filter((code) => PATH.test(code) && !built.includes(code));
  expect(paths.length).toBeGreaterThan(50);
  const missing = paths.filter((path) => !['src', '.'].some((base) => existsSync(join(root, base, path))));
  expect(missing).toEqual([]);
});

test('the page of the architecture names functions and types that are declared', () => {
  const names = codes.filter((code) => /^[A-Za-z_]{6,}$/.test(code) && !['pattern'].includes(code));
  const sources = sourcesUnder('src');
  const declared = (name: string) =>
    new RegExp(`(function|class|interface|type|const|readonly) ${name}\\b`).test(sources);
  expect(names).toContain('readMatchExpression');
  expect(names.filter((name) => !declared(name))).toEqual([]);
});

test('the picture of the architecture has every room', () => {
  const [, picture = ''] = /```mermaid([\s\S]*?)```/.exec(page) ?? [];
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(rooms.filter((room) => !picture.includes(`"${room}/`) && room !== 'runners')).toEqual([]);
});
