/** How the tool is called, for its errors. */
export const USAGE =
  'npm run verify-against -- --bus NAME [--endpoint URL] [--region REGION] [--yes]\n\nCredentials and region come from where the AWS SDK finds them. The bus must exist, and should have no rules.';

/** What the user asks for. */
export interface Arguments {
  readonly bus: string;
  /** Of an emulator; AWS's own when absent. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Whether to send without asking. */
  readonly yes: boolean;
}

/**
 * Reads the command line.
 * @throws with the usage, when the bus is missing or an argument is not known
 */
export function parseArguments(args: readonly string[]): Arguments {
  const values = new Map<string, string>();
  let yes = false;
  for (let i = 0; i < args.length; i++) {
    const name = args[i] ?? '';
    const value = args[i + 1];
    if (name === '--yes') yes = true;
    else if (['--bus', '--endpoint', '--region'].includes(name) && value?.startsWith('--') === false) {
      values.set(name, value);
      i++;
    } else throw new Error(`verify-against: ${name} is not an argument, or has no value.\n\n${USAGE}`);
  }
  const bus = values.get('--bus');
  // The table's requests fill up the limits of a request: a long name would put them over.
  if (bus === undefined || !/^[.\-_A-Za-z0-9]{1,64}$/.test(bus) || bus === 'default')
    throw new Error(`verify-against: --bus needs the name of a custom event bus.\n\n${USAGE}`);
  const [endpoint, region] = [values.get('--endpoint'), values.get('--region')];
  return { bus, yes, ...(endpoint !== undefined && { endpoint }), ...(region !== undefined && { region }) };
}
