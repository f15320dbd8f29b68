import type { ListKind, RecordOf } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { useListBehalf } from '../fields/behalf.ts';
import { freshRecord } from '../places/freshRecord.ts';
import { begunIn, useBegun } from '../stores/begunRecords.ts';
import { createRecord } from '../stores/releaseStore.ts';
import { useFacts } from '../stores/useFacts.ts';
import { useOpened } from './useOpened.ts';

/** A table of one kind of record: which row is open, and a row to begin, on behalf of its owner where that is switched on. */
export function useTable<Kind extends ListKind>(
  kind: Kind,
  listOf: (facts: ReleaseFacts) => readonly RecordOf<Kind>[],
) {
  const facts = useFacts();
  const records = listOf(facts);
  const [opened, setOpened] = useOpened(kind);
  const begun = useBegun(kind);
  const chosen = records.find((one) => one.id === opened) ?? begunIn(begun, opened);
  const behalf = useListBehalf(kind, records);
  const add = async () => setOpened(await createRecord(kind, freshRecord(kind, null, facts) ?? {}, behalf.isOn));
  return { opened, setOpened, chosen, behalf, add };
}
