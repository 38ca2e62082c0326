import type { FieldValue } from './field-value.js';
import { comparableNumber } from './numbers.js';
import { type PathNode, step } from './paths.js';

/** Where inside lists a value stands: pairs of a list's number and an index in it, the outermost first. */
export type Membership = readonly number[];

/** A value of an event at a path that a pattern asks for. */
export interface Field {
  readonly value: FieldValue;
  readonly membership: Membership;
}

/** For each path of a pattern the values that an event has there. */
export type Fields = readonly (readonly Field[])[];

const OUTSIDE: Membership = Object.freeze([]);

/** One value that is still to be looked at. */
interface Visit {
  readonly node: PathNode;
  readonly value: unknown;
  readonly membership: Membership;
}

/**
 * Finds the values of a parsed event at the paths of a pattern. Works through a list of what is left instead of calling
 * itself, so that no depth of nesting can exhaust the stack.
 */
export function fieldsOf(event: unknown, root: PathNode, paths: number): Fields {
  const fields: Field[][] = Array.from({ length: paths }, () => []);
  const left: Visit[] = [{ node: root, value: event, membership: OUTSIDE }];
  let lists = 0;
  for (let visit = left.pop(); visit !== undefined; visit = left.pop()) {
    const { node, value, membership } = visit;
    if (typeof value !== 'object' || value === null) {
      const leaf = node.index < 0 ? undefined : leafOf(value);
      if (leaf !== undefined) fields[node.index]?.push({ value: leaf, membership });
    } else if (Array.isArray(value)) {
      const list = lists++;
      value.forEach((item, index) => {
        left.push({ node, value: item, membership: [...membership, list, index] });
      });
    } else if (node.children.size > 0) {
      for (const name of Object.keys(value)) {
        const next = step(node, name);
        if (next !== undefined)
          left.push({ node: next, value: (value as Record<string, unknown>)[name], membership });
      }
    }
  }
  return fields;
}

/** A value as JSON would have it; what JSON has no form for is not there. */
function leafOf(value: unknown): FieldValue | undefined {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', text: value };
    case 'number': {
      if (!Number.isFinite(value)) return { kind: 'literal', text: 'null' };
      const text = JSON.stringify(value);
      return { kind: 'number', text, number: comparableNumber(text) };
    }
    case 'boolean':
      return { kind: 'literal', text: String(value) };
    default:
      return value === null ? { kind: 'literal', text: 'null' } : undefined;
  }
}
