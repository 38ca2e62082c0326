/** What can happen to a connection. */
export type ConnectionFault = 'refused' | 'reset' | 'timed-out' | 'dns';

/**
 * The error that the SDK's own Node handler throws for each: name, code, message and the properties of Node's system
 * errors. They were seen against a loopback server that misbehaves in that way. The handler renames the three that it
 * takes for a time-out.
 */
export function connectionError(fault: ConnectionFault, hostname: string): Error {
  switch (fault) {
    case 'refused':
      return systemError('connect ECONNREFUSED 127.0.0.1:443', {
        errno: -111,
        code: 'ECONNREFUSED',
        syscall: 'connect',
        address: '127.0.0.1',
        port: 443,
      });
    case 'reset':
      return systemError('socket hang up', { code: 'ECONNRESET', name: 'TimeoutError' });
    case 'timed-out':
      return systemError('connect ETIMEDOUT 127.0.0.1:443', {
        errno: -110,
        code: 'ETIMEDOUT',
        syscall: 'connect',
        address: '127.0.0.1',
        port: 443,
        name: 'TimeoutError',
      });
    case 'dns':
      return systemError(`getaddrinfo ENOTFOUND ${hostname}`, {
        errno: -3008,
        code: 'ENOTFOUND',
        syscall: 'getaddrinfo',
        hostname,
      });
  }
}

function systemError(message: string, members: Readonly<Record<string, unknown>>): Error {
  return Object.assign(new Error(message), members);
}
