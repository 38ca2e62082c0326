import { isObject } from '../../base/json/json.js';

/** The nesting of a token of `yaml`'s parser. Does not call itself: the depth is what may be hostile. */
export function tokenDepth(token: unknown): number {
  let depth = 0;
  const left: { readonly token: unknown; readonly level: number }[] = [{ token, level: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, level } = next;
    depth = Math.max(depth, level);
    if (!isObject(token)) continue;
    if (isObject(token['value'])) left.push({ token: token['value'], level });
    for (const item of Array.isArray(token['items']) ? token['items'] : [])
      left.push({ token: item.key, level: level + 1 }, { token: item.value, level: level + 1 });
  }
  return depth;
}
