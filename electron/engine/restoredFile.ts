import { existsSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { takenOut } from '../../shared/domain/records/evidence.ts';
import { attachmentPath, readAttachment } from '../store/attachments.ts';
import { readEntriesOfRecord } from '../store/ledger.ts';
import type { Store } from '../store/openStore.ts';
import { whyTakenOutOf } from '../store/purge/applyPurges.ts';
import type { StoredRecord } from '../store/records.ts';
import type { Fields } from './fields.ts';

/** What says of evidence which file it is; none of them is true of another file's rest. */
const fileFields = ['file', 'sha256', 'bytes'] as const;

/**
 * A file of evidence comes back as a whole: whoever restores its name, hash or size gets all three of the file that the
 * history knows by it, and only while its content is here.
 * @param fields what is written
 * @returns the fields with the rest of that file
 */
export function withRestoredFile(store: Store, { id, fields: current }: StoredRecord, fields: Fields): Result<Fields> {
  const asked = fileFields.filter((field) => field in fields);
  if (asked.every((field) => (fields[field] ?? null) === (current[field] ?? null))) return ok(fields);
  const found = filesOf(store, id).findLast((file) => asked.every((field) => file[field] === (fields[field] ?? null)));
  const name = String(current.reference ?? 'this item');
  if (!found)
    return fail(
      'invalidInput',
      `${name} never had a file with this ${asked[0] === 'sha256' ? 'SHA-256' : asked[0] === 'bytes' ? 'size' : 'name'}; put another file in its place instead.`,
      asked[0] ?? null,
    );
  const sha256 = found.sha256 as string | null;
  if (isTakenOutFile(store, id, found))
    return fail(
      'notFound',
      `The file of ${name} was taken out for good, so its history cannot bring it back; attach another file.`,
      asked[0] ?? null,
    );
  if (sha256 !== null && !isHeld(store, sha256))
    return fail(
      'notFound',
      `The content of ${String(found.file ?? 'that file')} is not in the store any more, so ${name} keeps the file it has; attach the file again.`,
      asked[0] ?? null,
    );
  return ok({ ...fields, ...found });
}

/** What an item had and was emptied of, whether or not the same content is here for another one. */
function isTakenOutFile({ db }: Store, id: string, { file, sha256 }: FileOf): boolean {
  if (file === null) return false;
  return file === takenOut || (typeof sha256 === 'string' && whyTakenOutOf(db, id, sha256) !== null);
}

function isHeld({ db, paths }: Store, sha256: string): boolean {
  const attachment = readAttachment(db, sha256);
  return attachment !== null && attachment.purgeReason === null && existsSync(attachmentPath(paths.files, sha256));
}

type FileOf = Readonly<Record<(typeof fileFields)[number], unknown>>;

/** Every file that the item had, the oldest first, as the entries of its history say before and after. */
function filesOf({ db }: Store, id: string): readonly FileOf[] {
  const files: FileOf[] = [];
  let file: FileOf = { file: null, sha256: null, bytes: null };
  for (const { action, changes } of readEntriesOfRecord(db, id)) {
    const made = changes.filter(({ field }) => (fileFields as readonly string[]).includes(field));
    if (made.length === 0 || action === 'remove') continue;
    const sides = ['before', 'after'] as const;
    for (const side of sides) {
      file = { ...file, ...Object.fromEntries(made.map((one) => [one.field, one[side] ?? null])) };
      files.push(file);
    }
  }
  return files;
}
