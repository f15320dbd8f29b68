import type { InputOf } from '../../../../shared/contract/engineMethods.ts';
import type { Changed } from '../../../../shared/contract/record.ts';
import { formatDate, isCalendarDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { duplicateAt } from '../../../../shared/domain/records/duplicateFile.ts';
import { type Evidence, evidenceKey } from '../../../../shared/domain/records/evidence.ts';
import { criteriaNamedIn } from '../../../../shared/domain/records/guessFromName.ts';
import { nextReference } from '../../../../shared/domain/records/nextReference.ts';
import type { ReleaseFacts } from '../../../../shared/domain/records/releaseFacts.ts';
import { registerAttachment } from '../../../store/attachments.ts';
import type { Store } from '../../../store/openStore.ts';
import { readFactRecords } from '../../../store/records.ts';
import { type ChangeSet, checkFields, createRecord } from '../../changes.ts';
import type { EngineContext } from '../../context.ts';
import { describeFile } from '../../describeFile.ts';
import { stoppedSentence } from '../../disposable.ts';
import type { Fields } from '../../fields.ts';
import type { Turn } from '../../inListOrder.ts';
import { readRelease } from '../../releaseByName.ts';
import { noRelease } from '../../saveRecord.ts';
import { keepTaken, takeFile, takenOutBefore } from '../../takeFile.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Copies a file into the store and records it as evidence, with the next free reference unless one is given. Files of one
 * list are copied side by side, so that one reaches the disk while the next is read; each is recorded in its turn.
 */
export const evidenceAdd = storeVerb('evidence.add', (context, store, input) =>
  context.inListOrder(input.list, (turn) => addFile(context, store, input, turn)),
);

async function addFile(
  context: EngineContext,
  store: Store,
  input: InputOf<'evidence.add'>,
  turn: Turn,
): Promise<Result<Changed>> {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const stated = asStated(input.fields);
  const problem = problemWithLinks(found.value.facts, stated) ?? problemWithDay(context, stated);
  if (problem) return problem;
  const taken = await takeFile(context, store, input.file);
  if (!taken.ok) return taken;
  const file = taken.value;
  const { name, sha256, bytes, mediaType } = file;
  const releaseId = found.value.id;
  const guess = await describeFile(context, { file: file.path, name, mediaType, bytes }, stated);
  const references = found.value.facts.criteria.map((criterion) => criterion.reference);
  const given = {
    status: 'draft',
    criteria: criteriaNamedIn(name, references),
    ...guess,
    ...stated,
    title: stated.title ?? guess.title,
    file: name,
    sha256,
    bytes,
    addedOn: stated.addedOn ?? context.today(),
  };
  await turn;
  if (context.signal.aborted) {
    file.discard();
    return fail('cancelled', stoppedSentence, name);
  }
  const work = (set: ChangeSet) => {
    // Read in the transaction, so that two processes never take the same number.
    const items = readFactRecords(set.db, 'evidence', releaseId);
    const facts = context.cache.read(set.db, releaseId);
    if (!facts) return noRelease(releaseId);
    // What was true before the file was copied may not be so by now: two new versions of one item may be under way.
    const gone = takenOutBefore(store, file) ?? problemWithLinks(facts, stated);
    if (gone) return gone;
    const duplicate = input.allowDuplicate === true ? null : sameContent(items, name, sha256);
    if (duplicate) return duplicate;
    const fields = checkFields('evidence', numbered(items, given), false);
    if (!fields.ok) return fields;
    const created = createRecord(set, 'evidence', { id: null, releaseId }, fields.value);
    if (!created.ok) return created;
    file.publish();
    registerAttachment(set.db, file, mediaType, created.value.seq);
    return ok([created.value]);
  };
  const asked = { onBehalf: input.onBehalf };
  return keepTaken(store, file, () => change(context, store, input, work, asked));
}

/** A criterion that is named twice is linked once, and a title of blanks is none. */
function asStated({ title, criteria, ...rest }: Fields): Fields {
  const isBlank = typeof title === 'string' && title.trim() === '';
  const trimmed = Array.isArray(criteria) ? criteria.map((one) => (typeof one === 'string' ? one.trim() : one)) : null;
  return {
    ...rest,
    ...(title === undefined || isBlank ? {} : { title }),
    ...(criteria === undefined ? {} : { criteria: trimmed ? [...new Set(trimmed)] : criteria }),
  };
}

/** The same content twice in a release is one piece of evidence counted twice; a new version must differ, too. */
function sameContent(items: readonly Evidence[], name: string, sha256: string): Result<never> | null {
  const there = items.find((item) => item.sha256 === sha256 && item.status !== 'withdrawn');
  if (!there) return null;
  const key = `${there.reference} version ${there.version}`;
  const other = there.file === null || there.file === name ? '' : ` (${there.file})`;
  return fail(
    'conflict',
    `${name} is already here as ${key}${other}; link that one, or add it anyway (--even-so in a terminal).`,
    duplicateAt,
  );
}

/** The day that old evidence was added may be stated; a day that is still to come has added nothing. */
function problemWithDay(context: EngineContext, { addedOn }: Fields): Result<never> | null {
  if (typeof addedOn !== 'string' || !isCalendarDate(addedOn) || addedOn <= context.today()) return null;
  return fail(
    'invalidInput',
    `The evidence cannot have been added on ${formatDate(addedOn)}, a day to come.`,
    'addedOn',
  );
}

/** What is named must be there: a criterion that is not, or a version that is not, would be a link to nothing. */
function problemWithLinks(facts: ReleaseFacts, fields: Fields): Result<never> | null {
  const criteria = new Set(facts.criteria.map((criterion) => criterion.reference));
  const named: readonly unknown[] = Array.isArray(fields.criteria) ? fields.criteria : [];
  if (named.includes(''))
    return fail('invalidInput', 'The reference of a criterion is empty; name one that is there.', 'criteria');
  const stranger = named.find((reference) => !criteria.has(reference as string));
  if (stranger !== undefined) {
    const sentence = `There is no criterion ${stranger} in this release; check the reference.`;
    return fail('notFound', sentence, String(stranger));
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

/** The next `EV-001` where none is given; a superseding item keeps the reference and takes the next version. */
function numbered(items: readonly Evidence[], fields: Fields): Fields {
  const superseded = items.find((item) => evidenceKey(item) === fields.supersedes);
  const reference =
    fields.reference ??
    superseded?.reference ??
    nextReference(
      'evidence',
      items.map((item) => item.reference),
    );
  const versions = items.filter((item) => item.reference === reference).map((item) => item.version);
  return { ...fields, reference, version: fields.version ?? Math.max(0, ...versions) + 1 };
}
