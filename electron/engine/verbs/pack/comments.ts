import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CalendarDate, formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import type { ReadComments } from '../../../documents/tasks.ts';
import { readRecords } from '../../../store/records.ts';
import { type ChangeSet, checkFields, createRecord } from '../../changes.ts';
import { issuedFor, keptFiles, otherReleaseOf } from '../../papers/keptFiles.ts';
import { readRelease } from '../../releaseByName.ts';
import { runTask } from '../../runTask.ts';
import { rehearse, write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * The remarks of readers in a copy of a pack or paper, as comments to be answered. One that is there already is left as it
 * is, so that a copy may be read again when more was added to it.
 */
export const packComments = storeVerb('pack.comments', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { id: releaseId, name } = found.value;
  const file = resolve(input.file);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, input.file);
  const work = mkdtempSync(join(tmpdir(), 'sec-golive-comments-'));
  try {
    const kept = keptFiles(store, found.value, (id) => issuedFor(store, id));
    const read = await runTask(context, 'documents', 'readComments', { file, work, kept });
    if (!read.ok) return read;
    const { pack, release: of, changed, comments } = read.value;
    if (pack === null)
      return fail(
        'invalidInput',
        `This PDF does not say which pack or paper of ${name} it is, so its comments have no place; nothing was changed.`,
        input.file,
      );
    if (of === null)
      return fail(
        'invalidInput',
        `This copy of ${pack} has lost its attachments, and its pages are those of no file that was issued here, so it is not known here whether it is one of ${name}; nothing was changed.`,
        input.file,
      );
    const other = otherReleaseOf(store, found.value, of);
    if (other !== null)
      return fail(
        'invalidInput',
        `${pack} is a document of ${other}, not of ${name}; read its comments for that release.`,
        input.file,
      );
    const { comments: made, notes } = withoutDaysAhead(comments, context.today());
    const answer = {
      pack,
      pagesChanged: changed === null || changed.length > 0,
      comments: made.map((one) => ({ ...one })),
      notes: [...notesOf(read.value), ...notes],
      taken: null,
      entry: 0,
      through: 0,
    };
    const take = (set: ChangeSet) => takeComments(set, releaseId, pack, made);
    if (input.dryRun) {
      const allowed = rehearse(context, store, {}, take);
      return allowed.ok ? ok(answer) : allowed;
    }
    const written = write(context, store, {}, take);
    if (!written.ok) return written;
    const { value: taken, entry, through } = written.value;
    return ok({ ...answer, taken, entry, through });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** Nothing but its remarks is trusted; where its pages are others, a remark may be about what was never issued. */
function notesOf({ changed, comments }: ReadComments): string[] {
  if (changed === null) return ['Its pages could not be compared with those that were issued.'];
  const apart = comments.filter(({ page }) => page === null).length;
  const placeless = apart === 1 ? '1 remark stands on a page that is' : `${apart} remarks stand on pages that are`;
  return [
    ...changed.slice(0, 20),
    ...(apart === 0
      ? []
      : [`${placeless} none of those that were issued, so no record is named for ${apart === 1 ? 'it' : 'them'}.`]),
  ];
}

/**
 * What is read has been made: a day after today is a wrong clock's, by which nobody would be asked for an answer until
 * then. It is taken as not known, and said.
 */
function withoutDaysAhead(
  comments: ReadComments['comments'],
  today: CalendarDate,
): { readonly comments: ReadComments['comments']; readonly notes: readonly string[] } {
  const isAhead = ({ on }: ReadComments['comments'][number]) => on !== null && on > today;
  return {
    comments: comments.map((one) => (isAhead(one) ? { ...one, on: null } : one)),
    notes: comments.filter(isAhead).map(({ on, author, page }) => {
      const whose = author === null ? 'A remark' : `The remark of ${author}`;
      const where = page === null ? '' : ` on page ${page}`;
      return `${whose}${where} is dated ${formatDate(on as CalendarDate)}, after today, so it is taken without its day.`;
    }),
  };
}

/** @returns how many were not there yet */
function takeComments(
  set: ChangeSet,
  releaseId: string,
  pack: string,
  comments: ReadComments['comments'],
): Result<number> {
  const known = new Set(readRecords(set.db, 'comment', releaseId).map(({ fields }) => sameBy(fields)));
  let taken = 0;
  for (const comment of comments) {
    const fields = { pack, ...comment, closed: false };
    if (known.has(sameBy(fields))) continue;
    known.add(sameBy(fields));
    const checked = checkFields('comment', fields, false);
    if (!checked.ok) return checked;
    const created = createRecord(set, 'comment', { id: null, releaseId }, checked.value);
    if (!created.ok) return created;
    taken += 1;
  }
  return ok(taken);
}

/** Author, place and words: a remark that says the same at the same place is the same. */
function sameBy({ pack, page, at, author, text, quoted }: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([pack, page, at, author, text, quoted].map((value) => value ?? null));
}
