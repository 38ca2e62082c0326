// Part of `npm run lint`: no circle of imports in `src`, no import against the order of the rooms, no crowded room.
// Imports of types count.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ENTRIES, ROOMS } from './house.mjs';
import ts from './typescript.mjs';

const SOURCES = resolve('src');
const MAX_FILES = 12;

/** The files of `src` by name, each with the names of those that it imports. */
function readGraph() {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return new Map(files.map((file) => [file, importsOf(file)]));
}

function importsOf(file) {
  const path = join(SOURCES, file);
  return ts
    .preProcessFile(readFileSync(path, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SOURCES, resolve(path, '..', name)).replace(/\.js$/, '.ts'));
}

const roomOf = (file) => (ENTRIES.includes(file) ? 'entries' : file.slice(0, Math.max(file.indexOf('/'), 0)));

function levelOf(room) {
  const level = ROOMS.findIndex((rooms) => rooms.includes(room));
  if (level < 0) throw new Error(`src/${room} is not in scripts/house.mjs: give it a line`);
  return level;
}

function againstOrder(graph) {
  return [...graph].flatMap(([file, imports]) =>
    imports
      .filter((to) => roomOf(to) !== roomOf(file) && levelOf(roomOf(to)) >= levelOf(roomOf(file)))
      .map((to) => `${file} -> ${to}`),
  );
}

/** Groups of files that import each other, directly or by way of others: Tarjan's strongly connected components. */
function circles(graph) {
  const found = [];
  const stack = [];
  const index = new Map();
  const low = new Map();
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const to of graph.get(file) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file), low.get(to)));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || graph.get(file)?.includes(file)) found.push(group.sort().join(' <-> '));
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return found.sort();
}

/** Folders with too many files beside each other. */
function crowded(graph) {
  const counts = new Map();
  for (const file of graph.keys()) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > MAX_FILES);
}

const graph = readGraph();
const problems = [
  ...circles(graph).map((circle) => `A circle of imports: ${circle}`),
  ...againstOrder(graph).map((line) => `An import against the order of rooms (scripts/house.mjs): ${line}`),
  ...crowded(graph).map(
    ([folder, count]) => `src/${folder} has ${count} files; at most ${MAX_FILES}: make a room in it`,
  ),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
