import { covers } from '../../../shared/domain/merge/knowledge.ts';
import type { FolderFile, WaitingFile } from '../../store/folderFiles.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import type { Store } from '../../store/openStore.ts';
import { type FolderReading, stampOf, stateFor } from './folderReading.ts';
import { takeFile } from './takeFromFolder.ts';
import { isTrusted } from './trust.ts';

/**
 * Opens what was not opened before, in an order in which one that builds on another comes after it: along each writer's
 * files as far as they can be taken, then the next writer's. A file is opened again only where what stood in its way is
 * gone. Returns how many were taken.
 */
export async function readFolder(reading: FolderReading, names: readonly string[]): Promise<number> {
  const lines = [...Map.groupBy(names, (name) => name.replace(/\d*\.golive$/, '')).values()];
  const tried = new Set<string>();
  let applied = 0;
  for (;;) {
    const before = applied;
    for (const line of lines) applied += await readLine(reading, line, tried);
    if (applied > before) continue;
    // Behind what is stuck there may be one that builds on nothing.
    const unseen = names.find((name) => !tried.has(name) && reading.fileOf(name) === undefined);
    if (unseen === undefined) return applied;
    if ((await step(reading, unseen, tried)) === 'applied') applied += 1;
  }
}

async function readLine(reading: FolderReading, line: readonly string[], tried: Set<string>): Promise<number> {
  let applied = 0;
  for (const name of line) {
    const done = await step(reading, name, tried);
    if (done === 'applied') applied += 1;
    if (done === 'stuck') break;
  }
  return applied;
}

/** `past`: there is nothing to do with it; `stuck`: it waits, and so do those that build on it. */
async function step(reading: FolderReading, name: string, tried: Set<string>): Promise<'past' | 'applied' | 'stuck'> {
  const known = reading.fileOf(name);
  if (known && known.state !== 'waiting') return 'past';
  const isTried = tried.has(name);
  // Also what is no file at all: nothing is looked at for ever.
  tried.add(name);
  if (reading.context.signal.aborted) return 'stuck';
  const stamp = stampOf(reading.folder, name, known?.waits?.evidence ?? []);
  if (stamp === null || (known?.waits && !mayGoOn(reading.store, known, known.waits, stamp, isTried))) return 'stuck';
  const isApplied = await takeFile(reading, name, stamp);
  if ((reading.fileOf(name)?.state ?? 'waiting') === 'waiting') return 'stuck';
  return isApplied ? 'applied' : 'past';
}

/** Whether what stood in its way may be gone; told without opening it. */
function mayGoOn(
  store: Store,
  { releaseId }: FolderFile,
  waits: WaitingFile,
  stamp: string,
  isTried: boolean,
): boolean {
  if (waits.stamp !== stamp) return !isTried;
  const known = releaseId === null ? {} : readKnowledge(store.db, releaseId);
  if (waits.why === 'earlier') return covers(known, waits.before);
  if (waits.why === 'key' && isTrusted(store.db, waits.fingerprint)) return true;
  if ((waits.why === 'person' || waits.why === 'key') && covers(known, waits.after)) return !isTried;
  return !isTried && waits.seenAt !== stateFor(store, waits.why);
}
