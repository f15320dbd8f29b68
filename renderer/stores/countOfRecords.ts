import { type ListKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';

/** The two plurals that no rule gives. */
const plurals: Partial<Record<ListKind, string>> = { criterion: 'criteria', requiredBody: 'required bodies' };

/** `3 criteria`, `1 view`, `100,000 test issues`; of several kinds at once (null) `3 records`. */
export function countOfRecords(count: number, kind: ListKind | null): string {
  const noun = kind === null ? 'record' : recordKinds[kind].noun;
  const several = (kind === null ? undefined : plurals[kind]) ?? `${noun}s`;
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : several}`;
}
