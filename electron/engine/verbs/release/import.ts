import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { isReadFault, readFault } from '../../../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import type { Evidence } from '../../../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../../../shared/domain/records/releaseFacts.ts';
import { hashFile, readAttachment, registerAttachment, stageFile } from '../../../store/attachments.ts';
import { SourceFault } from '../../../store/copyHashed.ts';
import type { WrittenFile } from '../../../store/durableFile.ts';
import { type ReleaseRow, readReleases, readRemovedReleases } from '../../../store/facts.ts';
import type { Store } from '../../../store/openStore.ts';
import { noteEvent } from '../../changes.ts';
import type { EngineContext } from '../../context.ts';
import { mediaTypeOf } from '../../mediaType.ts';
import { type ReadReleaseFile, readReleaseFile } from '../../releaseFile.ts';
import { whyTakenOut } from '../../takenOut.ts';
import { refusalOf, write } from '../../transact.ts';
import { isSameName } from '../../uniqueness.ts';
import { verb } from '../../verb.ts';
import { whatWasWritten } from '../../whatWasWritten.ts';
import { replaceRelease, writeNewRelease } from '../../writeRelease.ts';

interface StoredFile extends WrittenFile {
  readonly mediaType: string;
}

const asNew = { allowed: 'sides', restates: true } as const;

/** Takes a release file into the store: everything in one transaction, or nothing. What is refused begins no store. */
export const releaseImport = verb('release.import', async (context, input) => {
  const read = readReleaseFile(input.file);
  if (!read.ok) return read;
  if (!context.hasStore()) {
    const refused = refusalOf(context, asNew) ?? (await lookAtFiles(basename(input.file), read.value));
    if (refused) return refused;
  }
  const opened = context.store();
  if (!opened.ok) return opened;
  const store = opened.value;
  const { name } = read.value.facts.release;
  const meant = findKnown(store, input.file, read.value.facts, input.replace);
  if (!meant.ok) return meant;
  const known = meant.value;
  const files = await storeFiles(context, store, input.file, read.value);
  if (!files.ok) return files;
  const facts = withFiles(read.value.facts, files.value);
  const leftOut: string[] = [];
  // A release that is new here is taken as its file states it: nothing that anybody recorded here is changed by it. One that
  // was removed is not new: whoever brings it back is asked for what it does to each record.
  const isHere = known !== null || isRemovedHere(store, read.value.facts);
  // What a file says of a side's own word somebody gave before, so that nobody in particular may bring that.
  const leaves = context.role() === 'unnamed' ? {} : { leftOut };
  const asked = isHere ? { onBehalf: input.onBehalf, restates: true, ...leaves } : asNew;
  let news = files.value.size;
  const written = write(context, store, asked, (set): Result<{ id: string; records: number | null }> => {
    const note = () => {
      const seq = noteEvent(set, known ? 'replace' : 'import', known?.id ?? null, name, basename(input.file));
      for (const file of files.value.values()) registerAttachment(set.db, file, file.mediaType, seq);
    };
    if (!known) {
      note();
      return writeNewRelease(set, facts, basename(input.file));
    }
    const replaced = replaceRelease(set, known.id, facts);
    // A file that states what stands replaces nothing, and the history does not say that it did.
    const isNews = ({ sha256 }: StoredFile) => readAttachment(set.db, sha256) === null;
    news = [...files.value.values()].filter(isNews).length;
    if (set.range.entry > 0 || news > 0) note();
    return replaced.ok ? ok({ id: known.id, records: null }) : replaced;
  });
  if (!written.ok) return written;
  const { value, entry, through } = written.value;
  const isNew = known === null;
  // What replaces counts what it wrote: the rest stood as the file states it, or was left. Of what is new here all is.
  const { confirmed, ...counts } = isHere
    ? whatWasWritten(store.db, entry, through)
    : { added: value.records ?? 0, changed: 0, removed: 0, confirmed: [] };
  const records = value.records ?? counts.added + counts.changed + counts.removed;
  const told = { leftOut: [...new Set(leftOut)], confirmed: [...confirmed], isNew, ...counts };
  return ok({ id: value.id, records, name, files: news, ...told, entry, through });
});

/**
 * The release here that a file is of: that of its id, under whichever name, or that of its name; null: none. Fails with
 * conflict where it may not be replaced, and where its id and its name are those of two.
 */
function findKnown(
  store: Store,
  file: string,
  { release: { id, name } }: ReleaseFacts,
  replace: boolean,
): Result<ReleaseRow | null> {
  const releases = readReleases(store.db);
  const same = releases.find((release) => release.id === id) ?? null;
  const named = releases.find((release) => isSameName(release.name, name)) ?? null;
  if (same && named && same !== named) {
    const sentence = `In ${basename(file)}, release.id is that of “${same.name}” and release.name that of another release here, “${named.name}”; give the file another name, or rename that one.`;
    return fail('conflict', sentence, 'release');
  }
  const known = same ?? named;
  if (!known || replace) return ok(known);
  if (same && !named) {
    const sentence = `In ${basename(file)}, release.id is that of “${same.name}”, so it is that release under the name “${name}”; replace it, which renames it (--replace in a terminal), or take every id out of the file to make a release of its own.`;
    return fail('conflict', sentence, 'release.id');
  }
  return fail(
    'conflict',
    `There is already a release named “${known.name}” in this store; replace it (--replace in a terminal), or rename one of them.`,
    'release.name',
  );
}

function isRemovedHere(store: Store, { release: { id } }: ReleaseFacts): boolean {
  return readRemovedReleases(store.db).some((release) => release.id === id);
}

async function storeFiles(
  context: EngineContext,
  store: Store,
  releaseFile: string,
  read: ReadReleaseFile,
): Promise<Result<ReadonlyMap<number, StoredFile>>> {
  const stored = new Map<number, StoredFile>();
  for (const [index, path] of read.files) {
    context.onProgress({ text: `Copying ${basename(path)}`, fraction: stored.size / read.files.size });
    const place = {
      release: basename(releaseFile),
      where: `evidence[${index}].file`,
      item: read.facts.evidence[index]?.id,
    };
    const copied = await copyIn(store, path, place);
    if (!copied.ok) return copied;
    const written = copied.value;
    const wrong = wrongWith(written, basename(releaseFile), read, index);
    if (wrong) return wrong;
    stored.set(index, { ...written, mediaType: await mediaTypeOf(path) });
  }
  return ok(stored);
}

/** Why a file cannot be the one that the release file means; null: it can. */
function wrongWith(file: WrittenFile, release: string, read: ReadReleaseFile, index: number): Result<never> | null {
  const name = basename(read.files.get(index) ?? '');
  if (file.bytes === 0) {
    const where = `evidence[${index}].file`;
    return fail(
      'invalidInput',
      `In ${release}, ${where} names ${name}, which is empty (0 bytes); put the file with its content there.`,
      where,
    );
  }
  const stated = read.facts.evidence[index]?.sha256 ?? null;
  if (stated === null || stated === file.sha256) return null;
  const where = `evidence[${index}].sha256`;
  return fail(
    'invalidInput',
    `In ${release}, ${where} does not match the file ${name}, which was changed since; export the release again.`,
    where,
  );
}

/** The same of all files where they lie, while there is no store yet into which they could be copied. */
async function lookAtFiles(release: string, read: ReadReleaseFile): Promise<Result<never> | null> {
  for (const [index, path] of read.files) {
    try {
      const file = { sha256: await hashFile(path), bytes: statSync(path).size };
      const wrong = wrongWith(file, release, read, index);
      if (wrong) return wrong;
    } catch (error) {
      if (!isReadFault(error)) throw error;
      return fail('invalidInput', `${basename(path)} ${readFault(error)}.`, `evidence[${index}].file`);
    }
  }
  return null;
}

/** Where a release file names a file, and the id of the item that it is of. */
interface NamedAt {
  readonly release: string;
  readonly where: string;
  readonly item: string | undefined;
}

async function copyIn(store: Store, path: string, { release, where, item }: NamedAt): Promise<Result<WrittenFile>> {
  try {
    const staged = await stageFile(store.paths.files, path);
    try {
      const reason = whyTakenOut(store, staged.sha256, item);
      if (reason !== null) {
        const sentence = `In ${release}, ${where} names ${basename(path)}, which was taken out of this store for good (${reason}) and is not taken in again; set it to null there.`;
        return fail('invalidInput', sentence, where);
      }
      staged.publish();
    } finally {
      staged.discard();
    }
    return ok({ sha256: staged.sha256, bytes: staged.bytes });
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    const what =
      error.kind === 'changed'
        ? 'was changed while it was being read; import the release again'
        : readFault(error.cause);
    return fail('invalidInput', `${basename(path)} ${what}.`, where);
  }
}

/** The facts with each evidence item's own file name, hash and size in place of its path. */
function withFiles(facts: ReleaseFacts, files: ReadonlyMap<number, WrittenFile>): ReleaseFacts {
  const evidence = facts.evidence.map((item, index): Evidence => {
    const file = files.get(index);
    if (!file) return item;
    return { ...item, file: basename(item.file ?? ''), sha256: file.sha256, bytes: file.bytes };
  });
  return { ...facts, evidence };
}
