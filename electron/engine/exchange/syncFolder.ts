import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InspectedBundle } from '../../../shared/contract/bundle.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { covers } from '../../../shared/domain/merge/knowledge.ts';
import { inTransaction } from '../../store/db.ts';
import { readKnowledge } from '../../store/exchange.ts';
import { readReleases } from '../../store/facts.ts';
import { readStoreId } from '../../store/metadata.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { applyBundle } from './applyBundle.ts';
import { exportBundle } from './exportBundle.ts';
import { inspectBundle } from './inspectBundle.ts';
import { readSharing, type SeenBundle, type SharedFolder, waitingIn, writeSharing } from './sharing.ts';

export interface Synced {
  readonly applied: number;
  readonly sent: number;
  readonly waiting: number;
}

/** After so many, one that holds everything goes out, and those before it go. */
const wholeEvery = 20;

/**
 * Reads what the others put into the shared folder, then puts there what they lack. Every bundle builds on what its
 * readers said they know, never on what was put there before: a file that is late, doubled, out of order or lost does no
 * harm. What has conflicts, or comes from a key that nobody confirmed, waits for a person.
 */
export async function syncFolder(context: EngineContext, store: Store): Promise<Result<Synced>> {
  const start = readSharing(store.db);
  if (!start) return fail('notFound', 'No shared folder is chosen; choose one first.');
  if (!existsSync(start.folder)) {
    const sentence = `The shared folder ${start.folder} cannot be reached now; nothing was lost, and it is tried again.`;
    keep(store, (sharing) => ({ ...sharing, problem: sentence }));
    return fail('notFound', sentence, start.folder);
  }
  const applied = await readOthers(context, store, start);
  const sent = await writeOwn(context, store);
  if (!sent.ok) {
    keep(store, (sharing) => ({ ...sharing, problem: sent.error.message }));
    return sent;
  }
  keep(store, (sharing) => ({ ...sharing, lastSync: context.stamps.now(), problem: null }));
  const now = readSharing(store.db);
  return ok({ applied, sent: sent.value, waiting: now ? waitingIn(now).length : 0 });
}

/** Repeated while anything was applied: a bundle may have waited for another one. */
async function readOthers(context: EngineContext, store: Store, { folder }: SharedFolder): Promise<number> {
  const own = readStoreId(store.db);
  let applied = 0;
  for (let again = true; again; ) {
    again = false;
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.golive') && !name.startsWith('.') && !name.startsWith(own))
      .sort();
    keep(store, (sharing) => ({ ...sharing, seen: pick(sharing.seen, names) }));
    for (const name of names) {
      const stamp = stampOf(join(folder, name));
      const known = readSharing(store.db)?.seen[name];
      if (stamp === null || (known?.state === 'done' && known.stamp === stamp)) continue;
      const { seen, isApplied } = await take(context, store, join(folder, name), stamp);
      keep(store, (sharing) => ({ ...sharing, seen: { ...sharing.seen, [name]: seen } }));
      if (!isApplied) continue;
      applied += 1;
      again = true;
    }
  }
  return applied;
}

async function take(
  context: EngineContext,
  store: Store,
  file: string,
  stamp: string,
): Promise<{ readonly seen: SeenBundle; readonly isApplied: boolean }> {
  const looked = await inspectBundle(context, store, { file, passphrase: null });
  // Half-written or still on its way: it is looked at again the next time.
  if (!looked.ok) return { seen: unread(stamp, looked.error.message), isApplied: false };
  const bundle = looked.value;
  const seen = (state: SeenBundle['state'], sentence: string): SeenBundle => ({
    stamp,
    state,
    from: bundle.from,
    release: bundle.release.name,
    line: `${bundle.fingerprint} ${bundle.release.id}`,
    isWhole: bundle.plan.refused.length === 0,
    sentence,
  });
  const why = reasonToWait(bundle);
  if (why !== null) return { seen: seen('waiting', why), isApplied: false };
  const done = await applyBundle(context, store, { file, passphrase: null, choices: {}, token: bundle.token });
  if (!done.ok) return { seen: seen('waiting', done.error.message), isApplied: false };
  keep(store, (sharing) => ({ ...sharing, releases: [...new Set([...sharing.releases, bundle.release.id])] }));
  return { seen: seen('done', ''), isApplied: done.value.entry !== null };
}

function unread(stamp: string, sentence: string): SeenBundle {
  return { stamp, state: 'waiting', from: null, release: null, line: '', isWhole: false, sentence };
}

/** Null: it may be applied without asking. */
function reasonToWait({ plan, signature, from, marked, lost }: InspectedBundle): string | null {
  if (plan.refused[0] !== undefined) return plan.refused[0];
  if (signature === 'unknown') return `Nobody here has confirmed the key of ${from} yet.`;
  if (lost !== null) return lost;
  const { length } = plan.conflicts;
  if (length > 0) return `It holds ${length === 1 ? 'a conflict' : `${length} conflicts`} for you to decide.`;
  return marked.length > 0 ? 'It changes fields that are not its sender’s.' : null;
}

/** One bundle for each shared release of which we know something that our newest one there does not say. */
async function writeOwn(context: EngineContext, store: Store): Promise<Result<number>> {
  let sent = 0;
  const names = new Map(readReleases(store.db).map(({ id, name }) => [id, name]));
  for (const releaseId of readSharing(store.db)?.releases ?? []) {
    const sharing = readSharing(store.db);
    if (!sharing || !names.has(releaseId)) continue;
    const knowledge = readKnowledge(store.db, releaseId);
    const last = sharing.sent[releaseId];
    if (last && covers(last.knowledge, knowledge)) continue;
    const isWhole = !last || last.sinceWhole >= wholeEvery;
    const counter = sharing.counter + 1;
    const own = readStoreId(store.db);
    const begin = `${own}-${releaseId.slice(-12)}-`;
    const name = `${begin}${String(counter).padStart(6, '0')}.golive`;
    const made = await exportBundle(context, store, {
      release: releaseId,
      out: join(sharing.folder, name),
      passphrase: null,
      to: null,
      full: isWhole,
      type: 'changes',
    });
    if (!made.ok) return made;
    sent += 1;
    const sinceWhole = isWhole ? 0 : last.sinceWhole + 1;
    keep(store, (now) => ({ ...now, counter, sent: { ...now.sent, [releaseId]: { knowledge, sinceWhole } } }));
    if (isWhole) removeOlder(sharing.folder, begin, name);
  }
  return ok(sent);
}

/** Only our own files of this release: nobody else's are ever touched. */
function removeOlder(folder: string, begin: string, newest: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(begin) && name < newest) rmSync(join(folder, name), { force: true });
}

/** Read and written in one transaction, for window and terminal may both be at it. */
function keep(store: Store, change: (sharing: SharedFolder) => SharedFolder): void {
  inTransaction(store.db, (db) => {
    const sharing = readSharing(db);
    if (sharing) writeSharing(db, change(sharing));
  });
}

/** Null: it went away meanwhile, as files of a synchronised folder do. */
function stampOf(path: string): string | null {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() ? `${info.size} ${info.mtimeMs}` : null;
}

function pick(seen: SharedFolder['seen'], names: readonly string[]): SharedFolder['seen'] {
  const wanted = new Set(names);
  return Object.fromEntries(Object.entries(seen).filter(([name]) => wanted.has(name)));
}
