import { copyFileSync, existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { type Evidence, evidenceKey } from '../../../shared/domain/records/evidence.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import {
  attachmentPath,
  deleteContent,
  markPurged,
  putFile,
  readAttachment,
  registerAttachment,
} from '../../store/attachments.ts';
import { statement } from '../../store/db.ts';
import type { WrittenFile } from '../../store/durableFile.ts';
import type { Store } from '../../store/openStore.ts';
import { readRecord, readRecords } from '../../store/records.ts';
import { type ChangeSet, checkFields, createRecord, editRecord, noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import type { Fields } from '../fields.ts';
import { safeFileName } from '../fileNames.ts';
import { mediaTypeOf } from '../mediaType.ts';
import { readRelease } from '../releaseByName.ts';
import { change } from '../transact.ts';
import { storeVerb } from '../verb.ts';

interface IncomingFile extends WrittenFile {
  readonly name: string;
  readonly mediaType: string;
}

/** Copies a file into the store and records it as evidence, with the next free reference unless one is given. */
export const evidenceAdd = storeVerb('evidence.add', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { facts } = found.value;
  const file = await takeFile(context, store, input.file);
  if (!file.ok) return file;
  const { name, sha256, bytes } = file.value;
  const dangling = problemWithLinks(facts, input.fields);
  if (dangling) return dangling;
  const given = {
    title: titleFrom(name),
    status: 'draft',
    ...input.fields,
    file: name,
    sha256,
    bytes,
    addedOn: context.today(),
  };
  return change(context, store, input.asOf, (set) => {
    const fields = checkFields('evidence', numbered(set, found.value.id, given), false);
    if (!fields.ok) return fields;
    const created = createRecord(set, 'evidence', { id: null, releaseId: found.value.id }, fields.value);
    if (!created.ok) return created;
    registerAttachment(set.db, file.value, file.value.mediaType, created.value.seq);
    return ok([created.value]);
  });
});

/** Puts another file in the place of an item's file: for a wrong pick. A new issue of a report is a new version. */
export const evidenceReplaceFile = storeVerb('evidence.replaceFile', async (context, store, input) => {
  const file = await takeFile(context, store, input.file);
  if (!file.ok) return file;
  const { name, sha256, bytes, mediaType } = file.value;
  return change(context, store, input.asOf, (set) => {
    const edited = editRecord(set, 'evidence', input.id, { file: name, sha256, bytes });
    if (!edited.ok) return edited;
    if (!edited.value) return fail('conflict', `${name} is the file that is there already.`, name);
    registerAttachment(set.db, { sha256, bytes }, mediaType, edited.value.seq);
    return ok([edited.value]);
  });
});

/** Takes a wrongly attached file's content out for good; its hash and the reason stay (design.md, rule 6). */
export const evidencePurge = storeVerb('evidence.purge', (context, store, input) => {
  const evidence = readRecord(store.db, 'evidence', input.id);
  const sha256 = evidence?.fields.sha256 as string | null | undefined;
  if (!evidence || evidence.removed || !sha256) {
    return fail('notFound', 'This evidence item has no file that could be taken out.', input.id);
  }
  const users = statement<[string, string], { reference: string; version: number }>(
    store.db,
    'SELECT reference, version FROM evidence WHERE sha256 = ? AND id <> ? AND removed_in IS NULL',
  ).all(sha256, input.id);
  const purged = change(context, store, input.asOf, (set) => {
    const edited = editRecord(set, 'evidence', input.id, {
      file: null,
      status: 'withdrawn',
      statusReason: input.reason,
    });
    if (!edited.ok) return edited;
    const seq = noteEvent(set, 'purge', evidence.releaseId, `sha256:${sha256}`, input.reason);
    if (users.length === 0) markPurged(set.db, sha256, input.reason, seq);
    return ok(edited.value ? [edited.value] : []);
  });
  if (purged.ok && users.length === 0) deleteContent(store.paths.files, sha256);
  return purged;
});

/** Copies an item's file out to a folder, so that it can be opened with the program for its type. */
export const evidenceCopyOut = storeVerb('evidence.copyOut', (_context, store, input) => {
  const evidence = readRecord(store.db, 'evidence', input.id);
  const sha256 = evidence?.fields.sha256 as string | null | undefined;
  if (!evidence || !sha256) return fail('notFound', 'This evidence item has no file.', input.id);
  const source = attachmentPath(store.paths.files, sha256);
  if (readAttachment(store.db, sha256)?.purgeReason != null || !existsSync(source)) {
    return fail('notFound', 'The content of this file was taken out of the store.', input.id);
  }
  const target = join(input.folder, safeFileName(String(evidence.fields.file ?? sha256)));
  copyFileSync(source, target);
  return ok({ file: target });
});

async function takeFile(context: EngineContext, store: Store, path: string): Promise<Result<IncomingFile>> {
  const name = basename(path);
  let size: number;
  try {
    const info = statSync(path);
    if (!info.isFile())
      return fail('invalidInput', `${name} is not a file; attach files one by one, or several at once.`, path);
    size = info.size;
  } catch {
    return fail(
      'invalidInput',
      `There is no file ${path}, or it cannot be read; check the path and its permissions.`,
      path,
    );
  }
  if (size === 0) return fail('invalidInput', `${name} is empty (0 bytes); attach the file with its content.`, path);
  const written = await putFile(store.paths.files, path, (total) =>
    context.onProgress({ text: `Copying ${name}`, fraction: Math.min(1, total / size) }),
  );
  return ok({ ...written, name, mediaType: await mediaTypeOf(path) });
}

/** What is named must be there: a criterion that is not, or a version that is not, would be a link to nothing. */
function problemWithLinks(facts: ReleaseFacts, fields: Fields): Result<never> | null {
  const criteria = new Set(facts.criteria.map((criterion) => criterion.reference));
  const stranger = Array.isArray(fields.criteria) && fields.criteria.find((reference) => !criteria.has(reference));
  if (stranger) {
    return fail(
      'notFound',
      `There is no criterion ${stranger} in this release; check the reference.`,
      String(stranger),
    );
  }
  if (typeof fields.supersedes !== 'string') return null;
  const superseded = facts.evidence.find((item) => evidenceKey(item) === fields.supersedes);
  if (!superseded) {
    const sentence = `There is no evidence ${fields.supersedes} to supersede; name a version that is there, such as EV-001@1.`;
    return fail('notFound', sentence, fields.supersedes);
  }
  const newer = facts.evidence.find((item) => item.supersedes === fields.supersedes);
  if (!newer) return null;
  const sentence = `${fields.supersedes} was superseded by ${evidenceKey(newer)} already; supersede that one instead.`;
  return fail('conflict', sentence, fields.supersedes);
}

/**
 * The next `EV-001` where none is given; a superseding item keeps the reference and takes the next version. Counted in
 * the transaction, so that two processes never take the same number.
 */
function numbered(set: ChangeSet, releaseId: string, fields: Fields): Fields {
  const items = readRecords(set.db, 'evidence', releaseId).map((record) => record.fields as unknown as Evidence);
  const superseded = items.find((item) => evidenceKey(item) === fields.supersedes);
  const reference = fields.reference ?? superseded?.reference ?? nextReference(items);
  const versions = items.filter((item) => item.reference === reference).map((item) => item.version);
  return { ...fields, reference, version: fields.version ?? Math.max(0, ...versions) + 1 };
}

function nextReference(items: readonly Evidence[]): string {
  const numbers = items.map((item) => Number(/^EV-(\d+)$/.exec(item.reference)?.[1] ?? 0));
  return `EV-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}

/** `SIT_exit-report v2.pdf` reads as `SIT exit-report v2`. */
function titleFrom(name: string): string {
  return (
    name
      .replace(/\.[A-Za-z0-9]{1,10}$/, '')
      .replaceAll('_', ' ')
      .trim() || name
  );
}
