import { cellStatus, meaningOf, shortLabel } from '../../../assertions/report/story/grid-text.js';
import type { FailureStory } from '../story.js';

/** The story as a sequence diagram: each request, and the status of its events. */
export function storyMermaid(story: FailureStory | undefined): string {
  const head = ['sequenceDiagram', '  participant P as publisher', '  participant E as EventBridge'];
  if (story === undefined) return [...head, '  Note over P,E: no story'].join('\n');
  const { columns, rows } = story.grid;
  const steps = columns.flatMap(({ request, attempt }, index) => {
    const sent = rows.flatMap(({ label, cells }) => {
      const cell = cells[index];
      return cell === undefined ? [] : [{ label, status: cellStatus(cell) }];
    });
    const retry = attempt > 1 ? ' (retried by the SDK)' : '';
    const outcomes = [...new Set(sent.map(({ status }) => status))].map((status) => {
      const labels = sent.filter((each) => each.status === status).map(({ label }) => shortLabel(label));
      const shown = labels.length > 3 ? `${labels.length} events` : labels.join(', ');
      const isUnacknowledged = status === 'unacknowledged' || status === 'unanswered' || status === 'pending';
      return `  E-${isUnacknowledged ? '-x' : '->>'}P: ${plain(`${shown}: ${meaningOf(status)}`)}`;
    });
    return [`  P->>E: request ${request}${retry}, ${sent.length} of the events shown`, ...outcomes];
  });
  return [...head, ...steps].join('\n');
}

/** Signs that Mermaid reads as its own syntax, as entities. */
function plain(text: string): string {
  return text.replace(/[#;<>{}"]/g, (sign) => `#${sign.codePointAt(0)};`);
}
