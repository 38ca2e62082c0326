/** What differs from run to run: the locations in files, and the length of the SDK's random waits. */
const UNSETTLED = /\.ts:\d+:\d+|\d+(?= ms of backoff)/g;

/** The text with which an assertion fails. */
export function failingText(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return String(error instanceof Error ? error.message : error).replace(UNSETTLED, (found) =>
      found.startsWith('.ts') ? '.ts' : '…',
    );
  }
  throw new Error('the assertion holds');
}

/** So many orders as entries. */
export function orders(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    Source: 'shop.orders',
    DetailType: 'OrderPlaced',
    Detail: JSON.stringify({ orderId: `o-${i + 1}` }),
  }));
}
