import { execFile, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a client of another language printed. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A client of another language, as it is installed on this machine. */
export interface ForeignClient {
  readonly name: string;
  readonly isInstalled: boolean;
  readonly putEvents: (url: string, entries: readonly object[]) => Promise<Said>;
  readonly testEventPattern: (url: string, pattern: string, event: string) => Promise<Said>;
}

/** One attempt, nobody's credentials, nobody's configuration, nobody's proxy. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_DEFAULT_REGION: 'eu-west-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_MAX_ATTEMPTS: '1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
  NO_PROXY: '*',
};

/** The path of Python, then which clients it can import. */
const FIND_CLIENTS = `
import sys
from importlib.util import find_spec
print(sys.executable, *filter(find_spec, ['awscli', 'boto3']), sep='\\n')
`;
const { stdout } = spawnSync('python3', ['-c', FIND_CLIENTS], { encoding: 'utf8' });
const [python = '', ...modules] = (stdout ?? '').trim().split('\n');

// Version 2 of the AWS CLI is a program without a module: it starts for each request.
const hasModule = modules.includes('awscli');
const aws = (...args: string[]) => (hasModule ? viaPython('awscli', ...args) : viaProgram('aws', args));

export const foreignClients: readonly ForeignClient[] = [
  {
    name: 'the AWS CLI',
    isInstalled: hasModule || spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0,
    putEvents: (url, entries) =>
      aws('events', 'put-events', '--endpoint-url', url, '--entries', JSON.stringify(entries)),
    testEventPattern: (url, pattern, event) =>
      aws(
        ...['events', 'test-event-pattern', '--endpoint-url', url],
        ...['--event-pattern', pattern, '--event', event],
      ),
  },
  {
    name: 'boto3',
    isInstalled: modules.includes('boto3'),
    putEvents: (url, Entries) => viaPython('boto3', url, 'put_events', JSON.stringify({ Entries })),
    testEventPattern: (url, EventPattern, Event) =>
      viaPython('boto3', url, 'test_event_pattern', JSON.stringify({ EventPattern, Event })),
  },
];

let sharedPython: ReturnType<typeof startPython> | undefined;

function startPython() {
  const child = spawn(python, [join(__dirname, 'clients.py'), ...modules], {
    env: ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { input: child.stdin, output: createInterface(child.stdout)[Symbol.asyncIterator]() };
}

/** Sends a request to the Python that all requests share. It responds in the order of the requests. */
async function viaPython(...request: string[]): Promise<Said> {
  sharedPython ??= startPython();
  sharedPython.input.write(`${JSON.stringify(request)}\n`);
  const { value } = await sharedPython.output.next();
  const [code, out, err] = JSON.parse(value);
  return { code, out, err: err.trim() };
}

/** Ends the Python that all requests share. */
export function endClients(): void {
  sharedPython?.input.end();
}

async function viaProgram(command: string, args: readonly string[]): Promise<Said> {
  try {
    const { stdout, stderr } = await run(command, [...args], { env: ENVIRONMENT });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    // Not `instanceof`: the error is of Node's realm, not of the test's.
    if (typeof error !== 'object' || error === null) throw error;
    if (!('stdout' in error && 'stderr' in error && 'code' in error)) throw error;
    return { code: Number(error.code), out: String(error.stdout), err: String(error.stderr).trim() };
  }
}
