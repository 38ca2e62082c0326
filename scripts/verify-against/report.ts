import { redact } from './redact';
import { checks, type Finding, publishedEvents } from './verify';

/** What will be sent, before anything is. */
export function announcement(bus: string, target: string): string {
  return `${checks.length} requests will be sent to ${target}, with at most ${publishedEvents} events for the bus ${bus}.
Their source is "fake-eventbridge.verify" or begins with "aws": rules of that bus without a source may match them.
Nothing is created, changed or deleted. AWS bills the events that it accepts.`;
}

/** The differences, for a terminal. */
export function summary(findings: readonly Finding[]): string {
  const different = findings.filter(({ lines }) => lines.length > 0);
  const parts = different.map(
    ({ id, what, evidence, lines }) =>
      `${id} (${evidence}): ${what}\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
  return [
    ...parts,
    `${findings.length - different.length} of ${findings.length} answers are as the table says`,
  ].join('\n\n');
}

/** The file that can be attached to an issue: no account, no ARN, no id of a request, no name of the bus. */
export function report(findings: readonly Finding[], bus: string, target: string, date: string): string {
  const text = `# verify-against\n\n${date}, ${target}\n\n${summary(findings)}\n\nCompared: ${[...new Set(findings.map(({ id }) => id))].join(', ')}\n`;
  return redact(text, bus);
}
