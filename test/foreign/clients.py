"""Runs the requests of the AWS CLI and of boto3, each in a fork of this process: most of their time is starting.

The arguments are the modules to import. A request is a line of JSON, [module, ...arguments of the client]. A response
is a line too, [exit code, stdout, stderr].
"""

import gc
import json
import os
import sys
from contextlib import redirect_stdout
from io import StringIO
from tempfile import TemporaryFile

clients = {}

if 'awscli' in sys.argv:
    from awscli.clidriver import create_clidriver

    cli = create_clidriver()
    # Sends nothing, and loads what every request needs.
    with redirect_stdout(StringIO()):
        cli.main(['events', 'put-events', '--generate-cli-skeleton'])
    clients['awscli'] = lambda *args: cli.main(args)

if 'boto3' in sys.argv:
    import boto3
    from botocore.exceptions import ClientError

    boto3.client('events')

    def print_response(url, operation, parameters):
        """Prints the response or the error as the CLI does."""
        events = boto3.client('events', endpoint_url=url)
        try:
            response = getattr(events, operation)(**json.loads(parameters))
            del response['ResponseMetadata']
            print(json.dumps(response))
            return 0
        except ClientError as error:
            print(error, file=sys.stderr)
            return 254

    clients['boto3'] = print_response


def run(client, *args):
    with TemporaryFile() as out, TemporaryFile() as err:
        pid = os.fork()
        if pid == 0:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            code = clients[client](*args)
            sys.stdout.flush()
            sys.stderr.flush()
            # Without the cleanup of an interpreter, which touches all memory.
            os._exit(code)
        _, status = os.waitpid(pid, 0)
        return [os.waitstatus_to_exitcode(status), content(out), content(err)]


def content(file):
    file.seek(0)
    return file.read().decode()


# A fork copies the memory that it writes to, and the garbage collector writes to all of it.
gc.freeze()
gc.disable()
for line in sys.stdin:
    print(json.dumps(run(*json.loads(line))), flush=True)
