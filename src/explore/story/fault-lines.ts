import { isObject } from '../../base/json/json.js';
import type { JournalAttempt } from '../../journal/attempt.js';
import type { LogicalEvent } from '../../journal/logical-events/logical-event.js';
import type { Decision } from '../choices/decision.js';
import { isAtPosition } from '../choices/positions.js';
import type { RunRecord } from '../search/running/run-record.js';

/** Lines of a test that make the failures of a run happen, in the public API. */
export interface FaultLines {
  readonly lines: readonly string[];
  /** Whether a line counts the requests so far. */
  readonly countsRequests: boolean;
}

/** The faults that a test declares to repeat a run. */
export function faultLines({ decisions, attempts, logicalEvents }: RunRecord): FaultLines {
  let countsRequests = false;
  const lines = decisions.map((decision) => {
    const attempt = attempts[decision.request - 1];
    const line = attempt === undefined ? '' : `${declarationOf(decision, attempt)};`;
    countsRequests ||= line.includes('requests()');
    return line;
  });
  return { lines, countsRequests };

  function declarationOf(decision: Decision, attempt: JournalAttempt): string {
    const { failure, repeat, position, request } = decision;
    const { effect, declaration } = failure;
    const always = repeat === 'always';
    if (effect.level === 'entry') {
      if (position === 'all') {
        const often = always
          ? '.always()'
          : attempt.entries.length > 1
            ? `.times(${attempt.entries.length})`
            : '';
        return `eb.failEntry('any', ${quoted(declaration)})${often}${request === 1 ? '' : counted(request, always)}`;
      }
      const sending = logicalEvents
        .sendingsIn(attempt)
        .find(({ index }) => isAtPosition(index, position, attempt.entries.length));
      const match = sending && matchOf(sending.event, logicalEvents.all);
      const isFirst = sending === undefined || sending.event.sendings[0] === sending;
      const which = match ?? sending?.index ?? 0;
      const condition =
        isFirst && (match !== undefined || request === 1)
          ? ''
          : counted(request, always && match !== undefined);
      return `eb.failEntry(${which}, ${quoted(declaration)})${always ? '.always()' : ''}${condition}`;
    }
    if (effect.level === 'process')
      return effect.dies === 'before'
        ? `eb.hold()${conditionOf(attempt, false)}`
        : `eb.delay(2 ** 31 - 1)${conditionOf(attempt, false)}`;
    const isError = effect.level === 'request' && effect.what.kind === 'error';
    const declared =
      repeat === 'call' && isError ? declaration.replace('failRequest', 'failCall') : declaration;
    const tries = attempt.call.attempts.length - attempt.number + 1;
    const often = always ? '.always()' : repeat === 'call' && !isError && tries > 1 ? `.times(${tries})` : '';
    return `eb.${quoted(declared)}${often}${conditionOf(attempt, always)}`;
  }

  /** Selects the request: by an event that only it has, or by its number. */
  function conditionOf(attempt: JournalAttempt, andLater: boolean): string {
    if (attempt.request === 1) return '';
    const isNew = attempt.number === 1 && !andLater;
    const own = isNew
      ? logicalEvents.sendingsIn(attempt).find((sending) => sending.event.sendings[0] === sending)
      : undefined;
    const match = own && matchOf(own.event, logicalEvents.all);
    return match === undefined ? counted(attempt.request, andLater) : `.when(${match})`;
  }
}

function counted(request: number, andLater: boolean): string {
  return `.when(() => requests() ${andLater ? '>=' : '==='} ${request})`;
}

/** A match that fits this event and no other: by one property of its detail. */
function matchOf(event: LogicalEvent, all: readonly LogicalEvent[]): string | undefined {
  const detail = detailOf(event);
  const others = all.filter((other) => other !== event).map(detailOf);
  const found = Object.entries(detail).find(
    ([name, value]) =>
      (typeof value === 'string' ? value.length < 60 : typeof value === 'number') &&
      others.every((other) => other[name] !== value),
  );
  if (found === undefined) return undefined;
  const [name, value] = found;
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(JSON.stringify(name));
  return `{ detail: { ${key}: ${quoted(JSON.stringify(value))} } }`;
}

function detailOf({ entry }: LogicalEvent): Record<string, unknown> {
  const detail = entry.parsedDetail;
  return isObject(detail) ? detail : {};
}

/** In single quotes, as most test files have it. */
function quoted(code: string): string {
  return code.replace(/"([^"'\\]*)"/g, "'$1'");
}
