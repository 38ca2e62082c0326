/** What the library uses of the `this` of a matcher: Vitest gives it the test since 3.2, and a test can be annotated. */
export interface AttachContext {
  readonly task?: {
    readonly context?: { annotate?(message: string, attachment: Attachment): Promise<unknown> };
  };
  /** Whether `expect.poll` calls the matcher: it fails often before it passes. */
  readonly poll?: unknown;
}

interface Attachment {
  readonly contentType: string;
  /** In base64. */
  readonly body: string;
}

/** Attaches a picture of a failure to the test that fails, where the runner can show it; elsewhere nothing happens. */
export function attach(
  { task, poll }: AttachContext,
  title: string,
  contentType: string,
  picture: () => string | undefined,
): void {
  const { annotate } = task?.context ?? {};
  if (annotate === undefined || poll) return;
  const content = picture();
  if (content === undefined) return;
  const body = Buffer.from(content).toString('base64');
  try {
    // The assertion fails the test: whatever is wrong with its picture must not hide that.
    annotate(title, { contentType, body }).catch(() => {});
  } catch {}
}
