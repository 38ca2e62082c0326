// Compares what the built package costs with etc/budgets.json: bytes, and work that is counted. Nothing is timed, so
// the numbers are the same on every machine. `--write` writes the numbers as they are now.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BUDGETS = 'etc/budgets.json';
const COUNT_WORK = fileURLToPath(new URL('count-work.cjs', import.meta.url));

const measured = {
  bytes: {
    core: bytesOf((file) => ['index.js', 'core.js'].includes(file)),
    'on demand: exploring failures': bytesOf((file) => file === 'explore.js'),
    'on demand: failing texts': bytesOf((file) => file === 'failures.js'),
    'on demand: patterns': bytesOf((file) => file === 'patterns.js'),
    'on demand: templates': bytesOf((file) => file === 'templates.js'),
    'server and runners': bytesOf((file) => /^(server|runners.*)\.js$/.test(file)),
    declarations: bytesOf((file) => file.endsWith('.d.ts')),
  },
  ...JSON.parse(execFileSync(process.execPath, ['--no-warnings', COUNT_WORK], { encoding: 'utf8' })),
};

if (process.argv.includes('--write')) {
  writeFileSync(BUDGETS, `${JSON.stringify(measured, null, 2)}\n`);
} else {
  const budgets = JSON.parse(readFileSync(BUDGETS, 'utf8'));
  const over = Object.entries(measured).flatMap(([group, numbers]) =>
    Object.entries(numbers).flatMap(([name, number]) => {
      const budget = budgets[group]?.[name] ?? 0;
      // What is counted is exact; bytes vary with every edit.
      const most = group === 'bytes' ? Math.ceil(budget * 1.01) : budget;
      return number > most ? [`${group}, ${name}: ${number}, and the budget is ${budget}`] : [];
    }),
  );
  for (const line of over) console.log(line);
  if (over.length > 0) {
    console.log('If it is worth it, run: npm run surface -- --write, and say why in the commit.');
    process.exit(1);
  }
}

function bytesOf(isCounted) {
  return readdirSync('dist/cjs', { recursive: true, encoding: 'utf8' })
    .filter(isCounted)
    .reduce((sum, file) => sum + statSync(`dist/cjs/${file}`).size, 0);
}
