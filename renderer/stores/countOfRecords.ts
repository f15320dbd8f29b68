import { type ListKind, nounsOf, recordKinds } from '../../shared/domain/records/recordKinds.ts';

/** `3 criteria`, `1 view`, `100,000 test issues`; of several kinds at once (null) `3 records`. */
export function countOfRecords(count: number, kind: ListKind | null): string {
  const noun = kind === null ? 'record' : recordKinds[kind].noun;
  const several = kind === null ? 'records' : nounsOf(kind);
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : several}`;
}
