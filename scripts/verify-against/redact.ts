/** Takes account ids, ARNs, request ids and the name of the bus out of what will be published. */
export function redact(text: string, bus: string): string {
  return text
    .replace(/arn:aws[\w-]*:[^\s"'\\)]+/g, '<arn>')
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<id>')
    .replace(/(?<![\d.])\d{12}(?!\d)/g, '<account>')
    .replace(/\bA[KS]IA[A-Z0-9]{12,}\b/g, '<key>')
    .replaceAll(bus, '<bus>');
}
