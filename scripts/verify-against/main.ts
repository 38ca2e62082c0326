// `npm run verify-against -- --bus NAME`: sends the requests of the fidelity table to a real account, or to an emulator, and
// shows where the answers differ from the table.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArguments } from './arguments';
import { announcement, report, summary } from './report';
import { RawSender } from './send-raw';
import { verify } from './verify';

const FILE = '.tmp/verify-against.md';

async function main(): Promise<void> {
  const { bus, endpoint, region, yes } = parseArguments(process.argv.slice(2));
  const target = endpoint ?? `AWS in ${region ?? 'the region of your configuration'}`;
  console.log(announcement(bus, target));
  if (!yes && !(await isConfirmed())) return;
  const sender = new RawSender({ ...(endpoint && { endpoint }), ...(region && { region }) });
  const findings = await verify(sender, bus);
  console.log(`\n${summary(findings)}`);
  mkdirSync('.tmp', { recursive: true });
  writeFileSync(FILE, report(findings, bus, endpoint === undefined ? target : 'an endpoint', today()));
  console.log(`\nWrote ${FILE}, without account, ARNs and ids: read it, and attach it to an issue.`);
  if (findings.some(({ lines }) => lines.length > 0)) process.exitCode = 1;
}

async function isConfirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('\nSend them? (yes/no) ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
