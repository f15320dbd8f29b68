import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { AppliedBundle } from '../../../shared/contract/bundle.ts';
import { inTransaction } from '../../store/db.ts';
import { type FolderFile, noteFolderFile, readFolderFiles, type WaitingFile } from '../../store/folderFiles.ts';
import { lastEntry } from '../../store/ledger.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { stampBeside } from './folderEvidence.ts';
import { noteSaid, type Said } from './folderPass.ts';
import { goneIds } from './ownHand.ts';
import { readLeads } from './trust.ts';

type Told = Pick<AppliedBundle, 'purged' | 'submittedAgain'>;

/** One pass through a shared folder, and what is known of its files. */
export interface FolderReading {
  readonly context: EngineContext;
  readonly store: Store;
  readonly folder: string;
  readonly fileOf: (name: string) => FolderFile | undefined;
  /**
   * Notes that there is nothing left to take from it. `said`: what the folder says with it; null: nothing that anybody
   * should rely on. `ours`: an earlier version of this app wrote it here.
   */
  readonly noteDone: (name: string, releaseId: string, said: Said | null, state: 'done' | 'ours') => void;
  readonly noteConflicts: (count: number) => void;
  readonly noteTold: (taken: Told) => void;
  /** What went for good, and which acceptances fell, with what was taken. */
  readonly told: () => Told;
  /** How many came with what was taken: they stand by their default until somebody settles them. */
  readonly conflicts: () => number;
  /** Notes why it was not taken. */
  readonly noteWaiting: (name: string, releaseId: string | null, waits: WaitingFile) => void;
}

/** It builds on what nobody can know, so that it says nothing. */
const nothing: Said = { before: { '00000000-0000-4000-8000-000000000000': Number.MAX_SAFE_INTEGER }, after: {} };

export function beginReading(context: EngineContext, store: Store, folder: string): FolderReading {
  const files = new Map(readFolderFiles(store.db));
  let conflicts = 0;
  const told = { purged: [] as Told['purged'], submittedAgain: [] as Told['submittedAgain'] };
  return {
    context,
    store,
    folder,
    fileOf: (name) => files.get(name),
    noteConflicts: (count) => {
      conflicts += count;
    },
    conflicts: () => conflicts,
    noteTold: ({ purged, submittedAgain }) => {
      told.purged.push(...purged);
      told.submittedAgain.push(...submittedAgain);
    },
    told: () => told,
    noteDone: (name, releaseId, said, state) => {
      const file = inTransaction(store.db, (db) => noteSaid(db, { name, releaseId, state }, said ?? nothing));
      files.set(name, file);
    },
    noteWaiting: (name, releaseId, waits) => {
      const file: FolderFile = { name, releaseId, state: 'waiting', absent: 0, gave: false, whole: null, waits };
      inTransaction(store.db, (db) => noteFolderFile(db, file));
      files.set(name, file);
    },
  };
}

/** As far as the answer on a file that waits for this reason depends on the state of this store. */
export function stateFor({ db }: Store, why: WaitingFile['why']): string {
  if (why === 'key') return [...readLeads(db), ...goneIds(db)].join();
  return why === 'person' ? String(lastEntry(db)) : '';
}

/** Size and times; null: it went away meanwhile, as files of a synchronised folder do. */
export function stampOf(folder: string, name: string, evidence: readonly string[]): string | null {
  const info = statSync(join(folder, name), { throwIfNoEntry: false });
  if (!info?.isFile()) return null;
  return [`${info.size} ${info.mtimeMs} ${info.ctimeMs}`, ...evidence.map((one) => stampBeside(folder, one))].join();
}
