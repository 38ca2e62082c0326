export function crossingsInto(sources: string): Map<string, Map<string, Set<string>>>;
