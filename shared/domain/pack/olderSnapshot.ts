/**
 * A snapshot that an earlier version wrote, as this one reads it: where a finding named its mend in one line
 * (`criterion:AC-01#selfStatus`), the target stands in its parts. What is written today stays as it is.
 */
export function asWrittenToday(snapshot: unknown): unknown {
  if (Array.isArray(snapshot)) return snapshot.map(asWrittenToday);
  if (typeof snapshot !== 'object' || snapshot === null) return snapshot;
  return Object.fromEntries(
    Object.entries(snapshot).map(([name, value]) => [
      name,
      name === 'mendAt' && typeof value === 'string' ? targetFrom(value) : asWrittenToday(value),
    ]),
  );
}

function targetFrom(line: string): object | null {
  const [, kind, key, field] = /^(\w+):([\s\S]*)#([\w.]+)$/.exec(line) ?? [];
  return kind === undefined ? null : { kind, id: null, key: kind === 'release' ? null : key, field };
}
