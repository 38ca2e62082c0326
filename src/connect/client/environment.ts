interface Override {
  readonly original: string | undefined;
  /** How many readers still need the value. */
  readers: number;
}

/** The variables of this process that have another value at this moment: there is only one environment. */
const overridden = new Map<string, Override>();

/**
 * Gives environment variables a value until the returned function is called. Where several give one variable a value,
 * the last one that is done puts it back.
 */
export function overrideEnvironment(variables: Readonly<Record<string, string>>): () => void {
  for (const [name, value] of Object.entries(variables)) {
    const override = overridden.get(name) ?? { original: process.env[name], readers: 0 };
    override.readers += 1;
    overridden.set(name, override);
    process.env[name] = value;
  }
  return () => {
    for (const name of Object.keys(variables)) putBack(name);
  };
}

/** Whether something reads a variable of the environment while it runs, before it returns. */
export function readsVariable(name: string, run: () => void): boolean {
  const { env } = process;
  let isRead = false;
  process.env = new Proxy(env, {
    get: (variables, key) => {
      isRead ||= key === name;
      return Reflect.get(variables, key);
    },
  });
  try {
    run();
  } finally {
    process.env = env;
  }
  return isRead;
}

/** Whether the user has given a variable no value. */
export function isUnset(name: string): boolean {
  const override = overridden.get(name);
  return (override === undefined ? process.env[name] : override.original) === undefined;
}

function putBack(name: string): void {
  const override = overridden.get(name);
  if (override === undefined) return;
  override.readers -= 1;
  if (override.readers > 0) return;
  overridden.delete(name);
  if (override.original === undefined) delete process.env[name];
  else process.env[name] = override.original;
}
