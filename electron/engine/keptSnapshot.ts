import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import type { ReadPackInput } from '../documents/tasks.ts';
import { attachmentPath, readAttachment } from '../store/attachments.ts';
import type { IssuedPaper } from '../store/issuedPapers.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';
import { runTask } from './runTask.ts';

/** What the registers know of a file that the store keeps. */
export type Kept = Pick<IssuedPaper, 'reference' | 'sha256'>;

/** As many as a release has bodies that were given papers, and its last final: every preview needs them again. */
const mostHeld = 8;
/** Of each open store, by the file's SHA-256, the least recently wanted first: what a file holds never changes. */
const held = new WeakMap<Store, Map<string, PackSnapshot>>();

/** The snapshot inside a final pack or a paper that the store keeps. */
export async function keptSnapshot(context: EngineContext, store: Store, kept: Kept): Promise<Result<PackSnapshot>> {
  const gone = takenOutSentence(store, kept);
  if (gone) return fail('notFound', gone, kept.reference);
  const known = held.get(store)?.get(kept.sha256);
  if (known) {
    hold(store, kept.sha256, known);
    return ok(known);
  }
  const job: ReadPackInput = { file: attachmentPath(store.paths.files, kept.sha256) };
  const read = await runTask(context, 'documents', 'readPack', job);
  if (read.ok) {
    hold(store, kept.sha256, read.value);
    return read;
  }
  if (read.error.kind === 'cancelled') return read;
  const sentence = `${kept.reference} cannot be read from the store; run “store check”.`;
  return fail('storeFailed', sentence, kept.reference);
}

/** Why a final pack or a paper cannot be compared with any more: it held what was taken out for good. Null: it is there. */
export function takenOutSentence(store: Store, { reference, sha256 }: Kept): string | null {
  const reason = readAttachment(store.db, sha256)?.purgeReason ?? null;
  if (reason === null) return null;
  return `${reference} held a file that was taken out for good (${reason}); without it the app cannot tell what changed since then.`;
}

function hold(store: Store, sha256: string, snapshot: PackSnapshot): void {
  const own = held.get(store) ?? new Map<string, PackSnapshot>();
  held.set(store, own);
  own.delete(sha256);
  own.set(sha256, snapshot);
  const [oldest] = own.keys();
  if (own.size > mostHeld && oldest !== undefined) own.delete(oldest);
}
