/** What the variables held at this moment were before, and how many readers each still has. */
const held = new Map<string, { readonly before: string | undefined; readers: number }>();

/**
 * Gives environment variables a value until the returned function is called. Where several hold one variable, the last
 * to let go puts it back.
 */
export function holdEnvironment(variables: Readonly<Record<string, string>>): () => void {
  for (const [name, value] of Object.entries(variables)) {
    const holding = held.get(name) ?? { before: process.env[name], readers: 0 };
    holding.readers += 1;
    held.set(name, holding);
    process.env[name] = value;
  }
  return () => {
    for (const name of Object.keys(variables)) letGo(name);
  };
}

/** Whether a variable has no value, but for one that it is given here. */
export function isUnset(name: string): boolean {
  const holding = held.get(name);
  return (holding === undefined ? process.env[name] : holding.before) === undefined;
}

function letGo(name: string): void {
  const holding = held.get(name);
  if (holding === undefined) return;
  holding.readers -= 1;
  if (holding.readers > 0) return;
  held.delete(name);
  if (holding.before === undefined) delete process.env[name];
  else process.env[name] = holding.before;
}
