/**
 * EventBridge's pattern language once more, as plainly as it can be written: every way to choose a value for each path
 * is tried. For comparison with the real one on small patterns and events.
 */
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Pattern = { [name: string]: Pattern | unknown[] };
/** Paths with what is asked of them. */
type Fields = Map<string, unknown[]>;
/** Which element of which list. */
type Elements = Map<number, number>;

interface Value {
  readonly path: string;
  readonly value: Json;
  readonly elements: Elements;
}

export function naivelyMatches(pattern: Pattern, event: Json): boolean {
  const values = valuesOf(event);
  return branches(pattern, [], [new Map()]).some((fields) => {
    const paths = [...fields.keys()].sort();
    return choose(paths, fields, values, new Map());
  });
}

function choose(paths: string[], fields: Fields, values: Value[], chosen: Elements): boolean {
  const [path, ...rest] = paths;
  if (path === undefined) return true;
  const asked = fields.get(path) ?? [];
  const standing = values.filter((value) => value.path === path && agrees(value.elements, chosen));
  if (standing.length === 0 && asked.some((one) => isOperator(one, 'exists', false)))
    return choose(rest, fields, values, chosen);
  return standing.some(
    ({ value, elements }) =>
      asked.some((one) => satisfies(one, value)) &&
      choose(rest, fields, values, new Map([...chosen, ...elements])),
  );
}

function agrees(a: Elements, b: Elements): boolean {
  return [...a].every(([list, index]) => (b.get(list) ?? index) === index);
}

function branches(pattern: Pattern, path: string[], before: Fields[]): Fields[] {
  let all = before;
  for (const [name, asked] of Object.entries(pattern)) {
    if (name === '$or')
      all = (asked as Pattern[]).flatMap((one) =>
        branches(
          one,
          path,
          all.map((fields) => new Map(fields)),
        ),
      );
    else if (Array.isArray(asked)) for (const fields of all) fields.set([...path, name].join('.'), asked);
    else all = branches(asked as Pattern, [...path, name], all);
  }
  return all;
}

function valuesOf(event: Json): Value[] {
  const values: Value[] = [];
  let lists = 0;
  const visit = (value: Json, path: string, elements: Elements) => {
    if (Array.isArray(value)) {
      const list = lists++;
      value.forEach((item, index) => {
        // A scalar is not in an element of its own.
        const isScalar = typeof item !== 'object' || item === null;
        visit(item, path, isScalar ? elements : new Map([...elements, [list, index]]));
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value))
        visit(member, path === '' ? name : `${path}.${name}`, elements);
    } else values.push({ path, value, elements });
  };
  visit(event, '', new Map());
  return values;
}

function isOperator(asked: unknown, name: string, argument: unknown): boolean {
  return JSON.stringify(asked) === JSON.stringify({ [name]: argument });
}

function satisfies(asked: unknown, value: Json): boolean {
  if (typeof asked !== 'object' || asked === null) return asked === value;
  const [[name, argument] = ['', undefined]] = Object.entries(asked);
  switch (name) {
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(argument));
    case 'exists':
      return argument === true;
    case 'anything-but':
      return ![argument].flat().includes(value);
    default:
      throw new Error(`not in the naive language: ${name}`);
  }
}
