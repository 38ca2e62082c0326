import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a client of another language printed. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A client that is installed from Debian's packages, and publishes entries to a URL. */
export interface ForeignClient {
  readonly name: string;
  readonly isInstalled: () => Promise<boolean>;
  readonly putEvents: (url: string, entries: readonly object[]) => Promise<Said>;
  readonly testEventPattern: (url: string, pattern: string, event: string) => Promise<Said>;
}

const AWS = '/usr/bin/aws';
const PYTHON = '/usr/bin/python3';
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
    isInstalled: async () => existsSync(AWS),
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
    isInstalled: async () => existsSync(PYTHON) && (await ask(PYTHON, ['-c', 'import boto3'])).code === 0,
    putEvents: (url, entries) => boto3(url, 'put_events', { Entries: entries }),
    testEventPattern: (url, EventPattern, Event) => boto3(url, 'test_event_pattern', { EventPattern, Event }),
  },
];

/** One attempt, nobody's credentials, nobody's configuration. */
const ENVIRONMENT = {
  PATH: '/usr/bin:/bin',
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
