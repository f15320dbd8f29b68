import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { OutputOf } from '../../../../shared/contract/engineMethods.ts';
import { type CalendarDate, formatDate } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { countOf } from '../../../../shared/domain/foundation/words.ts';
import { theBody } from '../../../../shared/domain/records/bodies.ts';
import { answerNote } from '../../../store/answerFiles.ts';
import { registerAttachment, stageFile } from '../../../store/attachments.ts';
import { readIssuedBefore } from '../../../store/issuedBefore.ts';
import { readIssuedPapers } from '../../../store/issuedPapers.ts';
import type { Store } from '../../../store/openStore.ts';
import { type ChangeSet, noteEvent } from '../../changes.ts';
import type { EngineContext } from '../../context.ts';
import { type AnswerPlan, laterPapers, planAnswer, rowsOf } from '../../papers/planAnswer.ts';
import { type Returned, readReturned } from '../../papers/readReturned.ts';
import { recordAnswer } from '../../papers/recordAnswer.ts';
import { readRelease } from '../../releaseByName.ts';
import { noRelease } from '../../saveRecord.ts';
import { keepTaken } from '../../takeFile.ts';
import { whyTakenOut } from '../../takenOut.ts';
import { rehearse, write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * The answers that a body filled into its paper: read, compared with the paper as it was issued, and recorded as its views,
 * each with the stamp of what the paper showed. All of it is one change, which is taken back as one.
 */
export const paperRead = storeVerb('paper.read', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const file = resolve(input.file);
  if (!existsSync(file)) return fail('invalidInput', `There is no file ${file}; check the path.`, input.file);
  const returned = await readReturned(context, store, found.value, file);
  if (!returned.ok) return returned;
  const plan = planAnswer(found.value.facts, returned.value);
  if (!plan.ok) return plan;
  const answer = answerOf(store, found.value.id, plan.value, returned.value, context.today());
  const isLost = readIssuedBefore(store.db).some(
    ({ releaseId, reference }) => releaseId === found.value.id && reference === answer.paper,
  );
  const refused = refusalOf(answer, plan.value.notes, isLost);
  // What stands in the file is what a dry run is asked; who may record it refuses the dry run, too.
  if (refused) return input.dryRun ? ok(answer) : refused;
  if (input.dryRun) {
    const record = (set: ChangeSet) => recordAnswer(set, found.value.id, plan.value);
    const allowed = rehearse(context, store, asTaken, record);
    return allowed.ok ? ok(answer) : allowed;
  }
  return take(context, store, { releaseId: found.value.id, file, returned: returned.value, answer });
});

type PaperRead = OutputOf<'paper.read'>;

function answerOf(
  store: Store,
  releaseId: string,
  plan: AnswerPlan,
  returned: Returned,
  today: CalendarDate,
): PaperRead {
  const { paper, body, on, meeting, missing, standing } = plan;
  const papers = readIssuedPapers(store.db, releaseId).filter((one) => one.kind === 'paper' && one.body === body);
  const at = papers.findIndex((one) => one.reference === paper);
  const later = returned.issued === null ? [] : laterPapers(papers.slice(at + 1));
  const ahead =
    on !== null && on > today
      ? [
          `The meeting of ${formatDate(on)} lies ahead: its views show from that day on, and until then none of them stands.`,
        ]
      : [];
  return {
    paper,
    body,
    issued: returned.issued !== null,
    changed: [...returned.changed],
    plan: rowsOf(plan),
    missing: [...missing],
    on,
    meeting,
    notes: [...plan.notes, ...standing, ...later, ...ahead],
    recorded: null,
    entry: 0,
    through: 0,
  };
}

/**
 * Why nothing of it is recorded; null: it is. `left`: what is written in it and cannot be recorded, a sentence each.
 * `isLost`: it was issued here, and a backup from before took the place of what is known of it.
 */
function refusalOf(
  { paper, body, issued, changed, plan }: PaperRead,
  left: readonly string[],
  isLost: boolean,
): Result<never> | null {
  if (!issued && isLost)
    return fail(
      'invalidInput',
      `A ${paper} was issued from this store after the backup that was restored here, so what it showed ${theBody(body)} is not known here any more; type its answers in on the meeting sheet. Nothing was recorded.`,
      `paper:${paper}`,
    );
  if (!issued)
    return fail(
      'invalidInput',
      `${paper} was not issued from this store, so what it showed ${theBody(body)} is not known here; read it where it was issued, or type its answers in on the meeting sheet. Nothing was recorded.`,
      `paper:${paper}`,
    );
  const [first] = changed;
  if (first !== undefined) {
    const more = changed.length > 1 ? ` (and ${countOf(changed.length - 1, 'more difference')})` : '';
    return fail(
      'invalidInput',
      `This is not ${paper} as it was issued: ${first.charAt(0).toLowerCase()}${first.slice(1, -1)}${more}. What ${theBody(body)} answered is not what it was asked; nothing was recorded.`,
      `paper:${paper}`,
    );
  }
  if (plan.length > 0) return null;
  const told = left.length > 4 ? [...left.slice(0, 3), `And so for ${left.length - 3} more.`] : left;
  const sentence =
    left.length === 0
      ? `No position is ticked in this copy of ${paper}; there is nothing to record.`
      : `What is filled in in this copy of ${paper} cannot be recorded as it stands. ${told.join(' ')} Ask ${theBody(body)} for what is missing, or type its answer in on the meeting sheet.`;
  return fail('invalidInput', sentence, `paper:${paper}`);
}

const asTaken = { onBehalf: true } as const;

interface Taken {
  readonly releaseId: string;
  readonly file: string;
  readonly returned: Returned;
  readonly answer: PaperRead;
}

/**
 * The file itself is kept, as what the views were read from; taking the views back leaves it there. Reading it took a
 * while, so it is compared once more with what stands inside the transaction.
 */
async function take(
  context: EngineContext,
  store: Store,
  { releaseId, file, returned, answer }: Taken,
): Promise<Result<PaperRead>> {
  const staged = await stageFile(store.paths.files, file);
  const { sha256 } = staged;
  const work = (set: ChangeSet) => {
    const facts = context.cache.read(set.db, releaseId);
    if (!facts) return noRelease(releaseId);
    const reason = whyTakenOut(store, sha256);
    if (reason !== null) {
      const sentence = `${basename(file)} was taken out of this store for good (${reason}) and is not taken in again; ask ${theBody(answer.body)} for another one.`;
      return fail('invalidInput', sentence, basename(file));
    }
    const plan = planAnswer(facts, returned);
    if (!plan.ok) return plan;
    const overtaken = overtakenBy(rowsOf(plan.value), answer);
    if (overtaken) return overtaken;
    staged.publish();
    // Before the records, for what is taken back is the records.
    const seq = noteEvent(set, 'attach', releaseId, answerNote(answer.paper), `SHA-256 ${sha256}`);
    registerAttachment(set.db, staged, 'application/pdf', seq);
    return recordAnswer(set, releaseId, plan.value);
  };
  const written = keepTaken(store, staged, () => write(context, store, asTaken, work));
  if (!written.ok) return written;
  const { value: recorded, entry, through } = written.value;
  return ok({ ...answer, recorded, entry, through });
}

/** An answer that was recorded while the file was read is not written over by one who has not seen it. */
function overtakenBy(now: PaperRead['plan'], { plan, paper, body }: PaperRead): Result<never> | null {
  const before = new Map(plan.map((row) => [row.criterion, row.before]));
  const other = now.find((row) => before.get(row.criterion) !== row.before);
  if (!other) return null;
  const sentence = `Meanwhile what ${theBody(body)} answered on ${other.criterion} was changed by somebody else, so nothing was recorded; read the answers in ${paper} once more, and compare them with what stands.`;
  return fail('conflict', sentence, `paper:${paper}`);
}
