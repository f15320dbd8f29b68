import { statSync } from 'node:fs';
import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import type { EvidenceSource } from '../../documents/tasks.ts';
import { stageFile } from '../../store/attachments.ts';
import type { Store } from '../../store/openStore.ts';
import { type ChangeSet, noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { keepTaken } from '../takeFile.ts';
import { transact } from '../transact.ts';
import { goneMeanwhile } from './goneMeanwhile.ts';
import { makeFile } from './make.ts';
import type { Register } from './registers.ts';

/** What is to be issued: a file made from this snapshot, and where it is registered. */
interface IssueOrder {
  readonly releaseId: string;
  readonly snapshot: PackSnapshot;
  readonly evidence: readonly EvidenceSource[];
  readonly out: string;
  /** Null: a draft, which is noted and neither kept nor registered; anybody may make one. */
  readonly register: Register | null;
  /** What else belongs to the same transaction, and what is to be said of it. */
  readonly also?: (set: ChangeSet) => Result<readonly string[]>;
}

interface IssuedFile {
  readonly file: string;
  readonly reference: string;
  readonly sha256: string;
  readonly manifestSha256: string;
  readonly pages: number;
  readonly notes: string[];
}

/**
 * Snapshot → pages → temporary file → fsync; kept byte for byte in the store, registered with its hash, and only then put
 * where it was asked for: a file that the register does not know must never lie anywhere. Making it takes a while, so
 * everything that is written with it goes by what the store says in the transaction, not by the snapshot.
 */
export async function issue(context: EngineContext, store: Store, order: IssueOrder): Promise<Result<IssuedFile>> {
  const { releaseId, snapshot, out, register, also } = order;
  const { reference } = snapshot.identity;
  const ahead = register ? whyAhead(snapshot, context.today()) : null;
  if (ahead) return ahead;
  return makeFile(context, order, async (made) => {
    const { sha256, manifestSha256, pages } = made;
    const bytes = statSync(made.path).size;
    const kept = register ? await stageFile(store.paths.files, made.path) : null;
    const work = (set: ChangeSet): Result<readonly string[]> => {
      const refused = goneMeanwhile(set.db, releaseId, snapshot, order.evidence) ?? register?.refuses(set) ?? null;
      if (refused) return refused;
      const besides = also?.(set) ?? ok([]);
      if (!besides.ok) return besides;
      const seq = noteEvent(set, register?.action ?? 'exportPack', releaseId, reference, `SHA-256 ${sha256}`);
      kept?.publish();
      register?.write(set, { sha256, manifestSha256, bytes }, seq);
      // A draft that cannot be put in its place was not made.
      if (!register) made.publish();
      return besides;
    };
    const note = () => transact(context, store, work, register ? 'owner' : 'anyone');
    const registered = kept ? keepTaken(store, kept, note) : note();
    if (!registered.ok) return registered;
    const unwritten = register ? whyUnwritten(made.publish, reference, out) : null;
    if (unwritten) return unwritten;
    const notes = [...made.notes, ...registered.value];
    return ok({ file: out, reference, sha256, manifestSha256, pages, notes });
  });
}

/** What is kept as issued says what was so; of a day that has not come nothing is, while a draft may look at any day. */
function whyAhead({ asOf, identity }: PackSnapshot, today: CalendarDate): Result<never> | null {
  if (asOf <= today) return null;
  const sentence = `${identity.reference} cannot be issued as of ${formatDate(asOf)}, for that day has not come, and nothing of it has happened yet; issue it as of today, ${formatDate(today)}, or an earlier day. A draft of the pack may look ahead.`;
  return fail('invalidInput', sentence, 'asOf');
}

/** Puts a registered file in its place. It counts as issued where that fails, so nobody must be told to issue it again. */
function whyUnwritten(publish: () => void, reference: string, out: string): Result<never> | null {
  try {
    publish();
    return null;
  } catch {
    const sentence = `${reference} was issued, and the store keeps it; only the copy ${out} could not be written, for it may be open in another program, or its folder may not be written to or be gone. Do not issue it again: save a copy of ${reference} in another place.`;
    return fail('invalidInput', sentence, out);
  }
}

/** What `pack.export` answers of a pack that was issued. */
export function asPack(file: IssuedFile, final: boolean) {
  return { ...file, final };
}
