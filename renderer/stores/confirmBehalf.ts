import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { tellError } from './notify.tsx';
import { editRecord, saveMany } from './releaseStore.ts';

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

interface ToConfirm {
  readonly record: AnyRecord;
  readonly fields: readonly string[];
}

/**
 * The owner says what was recorded for it, as it stands: the values become its own word and the marks go. Nothing is
 * confirmed that stands otherwise by now than the window shows.
 */
export async function confirmBehalf(kind: RecordKind, all: readonly ToConfirm[]): Promise<void> {
  const saves = all.map(({ record, fields }) => ({
    id: record.id ?? '',
    fields: Object.fromEntries(fields.map((field) => [field, record[field] ?? null])),
  }));
  const [first] = saves;
  if (!first) return;
  // A test issue is known from its page only, and is confirmed where it stands open, by itself.
  if (kind === 'release' || kind === 'testIssue') {
    const refused = await editRecord(kind, first.id, first.fields, first.fields);
    if (refused) tellError(refused);
    return;
  }
  await saveMany(saves.map((save) => ({ kind, ...save })));
}
