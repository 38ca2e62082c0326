import { isObject } from '../base/json/json.js';

const INT64_MAX = 9_223_372_036_854_775_807n;
const INT64_MIN = -9_223_372_036_854_775_808n;

/** An integer of fewer digits than this cannot leave 64 bits. */
const MANY_DIGITS = 19;

/**
 * Whether AWS accepts an entry's `Detail`. It accepts a JSON object and nothing else (an array, a string, a number:
 * recorded as `MalformedDetail`). It may be "nested up to" a number of levels, with integers inside 64 bits. What it
 * answers beyond those two limits is inferred.
 * @param value the parsed detail; `undefined` when it is not JSON
 */
export function isDetail(json: string, value: unknown, maxDepth: number): boolean {
  if (!isObject(value)) return false;
  // Each level takes two characters at least: most details are too short to be nested too deep.
  if (json.length > 2 * maxDepth && depthOf(json) > maxDepth) return false;
  return !(hasManyDigits(json) && hasIntegerBeyond64Bits(json));
}

/** Whether so many digits are in a row: then they cover one of the indexes looked at, and their neighbours decide. */
function hasManyDigits(text: string): boolean {
  for (let at = MANY_DIGITS - 1; at < text.length; at += MANY_DIGITS) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    let end = at + 1;
    while (isDigit(text.charCodeAt(start - 1))) start--;
    while (isDigit(text.charCodeAt(end)) && end - start < MANY_DIGITS) end++;
    if (end - start >= MANY_DIGITS) return true;
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The deepest nesting of objects and arrays in a string that is valid JSON. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(json, at);
        break;
      case 0x7b: // {
      case 0x5b: // [
        if (++depth > deepest) deepest = depth;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
    }
  }
  return deepest;
}

/** A number as JSON writes it, starting where the match is asked for. */
const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;

function hasIntegerBeyond64Bits(json: string): boolean {
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(json, at);
    } else if (code === 0x2d || isDigit(code)) {
      NUMBER.lastIndex = at;
      const [number = '', fraction, exponent] = NUMBER.exec(json) ?? [];
      if (fraction === undefined && exponent === undefined && isBeyond64Bits(number)) return true;
      at += Math.max(number.length - 1, 0);
    }
  }
  return false;
}

function isBeyond64Bits(integer: string): boolean {
  // Twenty characters hold every 64-bit integer with its sign; a longer text is not made a number of.
  if (integer.length > 20) return true;
  const value = BigInt(integer);
  return value > INT64_MAX || value < INT64_MIN;
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charCodeAt(at) !== 0x22) at += json.charCodeAt(at) === 0x5c ? 2 : 1;
  return at;
}
