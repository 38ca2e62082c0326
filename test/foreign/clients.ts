import { execFile, spawnSync } from 'node:child_process';
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

const AWS = 'aws';
const PYTHON = 'python3';
/** Asks for one operation with its parameters as JSON, and prints the answer as the CLI does. */
const BOTO3 = `
import boto3, json, sys
from botocore.exceptions import ClientError
events = boto3.client('events', endpoint_url=sys.argv[1])
try:
    answer = getattr(events, sys.argv[2])(**json.loads(sys.argv[3]))
    del answer['ResponseMetadata']
    print(json.dumps(answer))
except ClientError as error:
    print(error, file=sys.stderr)
    sys.exit(254)
`;
const boto3 = (url: string, operation: string, input: object) =>
  ask(PYTHON, ['-c', BOTO3, url, operation, JSON.stringify(input)]);

export const foreignClients: readonly ForeignClient[] = [
  {
    name: 'the AWS CLI',
    isInstalled: isThere(AWS, '--version'),
    putEvents: (url, entries) =>
      ask(AWS, ['events', 'put-events', '--endpoint-url', url, '--entries', JSON.stringify(entries)]),
    testEventPattern: (url, pattern, event) =>
      ask(AWS, [
        ...['events', 'test-event-pattern', '--endpoint-url', url],
        ...['--event-pattern', pattern, '--event', event],
      ]),
  },
  {
    name: 'boto3',
    isInstalled: isThere(PYTHON, '-c', 'import boto3'),
    putEvents: (url, entries) => boto3(url, 'put_events', { Entries: entries }),
    testEventPattern: (url, EventPattern, Event) => boto3(url, 'test_event_pattern', { EventPattern, Event }),
  },
];

/** Whether a command is on this machine and ends well. */
function isThere(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** One attempt, nobody's credentials, nobody's configuration. */
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
};

async function ask(command: string, args: readonly string[]): Promise<Said> {
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
