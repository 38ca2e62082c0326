import type { Alias, Node, YAMLMap } from 'yaml';
import { isObject } from '../../base/json/json.js';
import { SHORT_FORMS } from './short-forms.js';
import type { YamlLibrary } from './yaml-library.js';

/** @returns an error that names the location of the node */
type ErrorAt = (message: string, node: unknown) => Error;

/** Merging copies: a few kilobytes could merge one large mapping thousands of times. */
const MAX_MERGED_KEYS = 100_000;

/**
 * Converts the nodes of a YAML document to values. An alias becomes the same object as its anchor, not a copy: a few
 * lines of aliases can mean gigabytes.
 */
export class YamlValues {
  readonly #yaml: YamlLibrary;
  readonly #errorAt: ErrorAt;
  readonly #anchors = new Map<string, unknown>();
  #mergedKeys = 0;

  constructor(yaml: YamlLibrary, errorAt: ErrorAt) {
    this.#yaml = yaml;
    this.#errorAt = errorAt;
  }

  of(node: unknown): unknown {
    const { isAlias, isNode } = this.#yaml;
    if (!isNode(node)) return node ?? null;
    if (isAlias(node)) return this.#target(node);
    const value = this.#withFunction(node, this.#untagged(node));
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, value);
    return value;
  }

  #untagged(node: Node): unknown {
    const { isMap, isScalar, isSeq } = this.#yaml;
    if (isScalar(node)) return node.value;
    if (isMap(node)) return this.#object(node);
    if (isSeq(node)) return node.items.map((item) => this.of(item));
    throw this.#errorAt('This is not a scalar, a sequence or a mapping', node);
  }

  /** `!Name argument` is short for `Fn::Name: argument`. */
  #withFunction(node: Node, value: unknown): unknown {
    const tag = 'tag' in node && typeof node.tag === 'string' ? node.tag.slice(1) : '';
    const name = SHORT_FORMS.get(tag);
    if (name === undefined) return value;
    return { [name]: name === 'Fn::GetAtt' && typeof value === 'string' ? splitAtDot(value) : value };
  }

  /** `<<` merges other mappings, as the AWS CLI and the SAM CLI do; what the mapping says itself wins. */
  #object(map: YAMLMap): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const merged: unknown[] = [];
    for (const { key, value } of map.items) {
      const name = this.#key(key);
      if (name === '<<') merged.push(...[this.of(value)].flat());
      else if (Object.hasOwn(object, name))
        throw this.#errorAt(`The key ${JSON.stringify(name)} is repeated`, key);
      else define(object, name, this.of(value));
    }
    for (const source of merged.filter(isObject)) {
      this.#mergedKeys += Object.keys(source).length;
      if (this.#mergedKeys > MAX_MERGED_KEYS) throw this.#errorAt('The document merges too many keys', map);
      for (const [name, value] of Object.entries(source))
        if (!Object.hasOwn(object, name)) define(object, name, value);
    }
    return object;
  }

  #key(node: unknown): string {
    const key = this.of(node);
    if (typeof key !== 'object') return String(key);
    if (key === null) return '';
    throw this.#errorAt('A key must be a string', node);
  }

  #target(alias: Alias): unknown {
    if (this.#anchors.has(alias.source)) return this.#anchors.get(alias.source);
    throw this.#errorAt(`No anchor "&${alias.source}" ends before the alias "*${alias.source}"`, alias);
  }
}

/** Assigning to `__proto__` would change the prototype. */
function define(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

/** `!GetAtt Bus.Arn` is short for an array of two. */
function splitAtDot(value: string): unknown {
  const dot = value.indexOf('.');
  return dot < 0 ? value : [value.slice(0, dot), value.slice(dot + 1)];
}
