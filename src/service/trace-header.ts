/** `Root=1-<8 hex>-<24 hex>`, with or without the other fields of an X-Ray header. */
const X_RAY = /(?:^|;)\s*Root=1-[0-9a-f]{8}-[0-9a-f]{24}(?:;|$)/i;

/**
 * The trace header of an event: the entry's own goes before the `X-Amzn-Trace-Id` of the request, and one that is
 * not valid is dropped without a word while the event is still processed.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-related-service-xray.html
 */
export function traceHeaderOf(
  ofEntry: string | undefined,
  ofRequest: string | undefined,
): string | undefined {
  const header = ofEntry ?? ofRequest;
  return header !== undefined && X_RAY.test(header) ? header : undefined;
}
