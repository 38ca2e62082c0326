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
}

const AWS = '/usr/bin/aws';
const PYTHON = '/usr/bin/python3';
const PUT_EVENTS = `
import boto3, json, sys
from botocore.exceptions import ClientError
events = boto3.client('events', endpoint_url=sys.argv[1])
try:
    answer = events.put_events(Entries=json.loads(sys.argv[2]))
    print(json.dumps({'FailedEntryCount': answer['FailedEntryCount'], 'Entries': answer['Entries']}))
except ClientError as error:
    print(error, file=sys.stderr)
    sys.exit(254)
`;

export const foreignClients: readonly ForeignClient[] = [
  {
    name: 'aws events put-events',
    isInstalled: async () => existsSync(AWS),
    putEvents: (url, entries) =>
      ask(AWS, ['events', 'put-events', '--endpoint-url', url, '--entries', JSON.stringify(entries)]),
  },
  {
    name: 'boto3',
    isInstalled: async () => existsSync(PYTHON) && (await ask(PYTHON, ['-c', 'import boto3'])).code === 0,
    putEvents: (url, entries) => ask(PYTHON, ['-c', PUT_EVENTS, url, JSON.stringify(entries)]),
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
