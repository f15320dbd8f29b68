import { join } from 'node:path';
import {
  type ChangeSet,
  checkFields,
  createRecord,
  removeRecord,
  restoreRecord,
} from '../../electron/engine/changes.ts';
import type { EngineContext } from '../../electron/engine/context.ts';
import { applyBundle } from '../../electron/engine/exchange/applyBundle.ts';
import {
  type ExportBundleInput,
  type ExportedBundle,
  exportBundle,
} from '../../electron/engine/exchange/exportBundle.ts';
import { inspectBundle } from '../../electron/engine/exchange/inspectBundle.ts';
import { createFactsCache } from '../../electron/engine/factsCache.ts';
import { editWithPointers } from '../../electron/engine/saveRecord.ts';
import { createTold } from '../../electron/engine/told.ts';
import { transact } from '../../electron/engine/transact.ts';
import { recordUndo } from '../../electron/engine/verbs/record/undo.ts';
import { readStoreId } from '../../electron/store/metadata.ts';
import type { Stamps, Store } from '../../electron/store/openStore.ts';
import { listPeers } from '../../electron/store/peers.ts';
import type { AppliedBundle, InspectedBundle } from '../../shared/contract/bundle.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { Choice } from '../../shared/domain/merge/plan.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { bundlesHere } from '../support/bundlesHere.ts';
import { type TestEngine, testEngine } from '../support/engine.ts';

const releaseName = 'June 2026 SEC Release';

/** One side's desk: an engine on its own store, and the exchange beside it. */
export interface Desk extends TestEngine {
  readonly folder: string;
  readonly store: Store;
  readonly storeId: string;
  readonly context: EngineContext;
  readonly send: (name: string, input?: Partial<ExportBundleInput>) => Promise<ExportedBundle>;
  readonly inspect: (file: string, passphrase?: string | null) => Promise<Result<InspectedBundle>>;
  readonly apply: (
    file: string,
    choices?: Readonly<Record<string, Choice>>,
    passphrase?: string | null,
  ) => Promise<Result<AppliedBundle>>;
  /** Applies, and expects that it works. */
  readonly take: (file: string, choices?: Readonly<Record<string, Choice>>) => Promise<AppliedBundle>;
  /** Whether it could be brought back. */
  readonly restores: (kind: RecordKind, id: string) => boolean;
  /** The fingerprint of a store that has sent something. */
  readonly fingerprintOf: (storeId: string) => string | null;
  readonly undo: (entry: number, through: number) => Promise<void>;
  readonly create: (kind: RecordKind, fields: Readonly<Record<string, unknown>>) => string;
  readonly edit: (kind: RecordKind, id: string, fields: Readonly<Record<string, unknown>>) => unknown;
  readonly remove: (kind: RecordKind, id: string) => unknown;
  /** The facts of the release, without what belongs to a store alone. */
  readonly facts: () => Promise<unknown>;
  readonly one: (list: string, id: string) => Promise<Record<string, unknown> | undefined>;
  readonly isClean: () => Promise<boolean>;
  readonly release: { id: string };
}

export async function desk(folder: string, organisation: string, stamps?: Stamps): Promise<Desk> {
  const actor = { name: organisation === 'DCC' ? 'Bo Test' : 'Ada Byron', organisation };
  const test = testEngine(join(folder, 'store'), { actor, ...(stamps && { stamps }) });
  await test.does('store.check', {});
  const store = test.engine.openedStore() as Store;
  const clock = stamps ?? { now: () => new Date().toISOString(), newId: () => crypto.randomUUID() };
  // Nobody in particular: who may change what is tested elsewhere.
  const context = {
    appVersion: '0.0.0-test',
    stamps: clock,
    actor: () => actor,
    role: () => 'unnamed',
    store: () => ok(store),
    cache: createFactsCache(),
    told: createTold(),
    today: () => calendarDate('2026-05-01'),
    runDisposable: bundlesHere,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  } as unknown as EngineContext;
  const does = <T>(work: (set: ChangeSet) => Result<T>): T => {
    const done = transact(context, store, work, 'sides');
    if (!done.ok) throw new Error(done.error.message);
    return done.value;
  };
  const release = { id: '' };
  const apply: Desk['apply'] = (file, choices = {}, passphrase = null) =>
    applyBundle(context, store, { file, passphrase, choices, token: null });
  const facts = async () => {
    const { facts: all } = await test.does('release.open', { release: release.id, asOf: null });
    return all as unknown as Record<string, readonly Record<string, unknown>[]>;
  };
  return {
    ...test,
    folder,
    store,
    storeId: readStoreId(store.db),
    context,
    release,
    send: async (name, input = {}) => {
      const sent = await exportBundle(context, store, {
        release: release.id,
        out: join(folder, name),
        passphrase: null,
        to: null,
        full: false,
        type: 'changes',
        ...input,
      });
      if (!sent.ok) throw new Error(sent.error.message);
      return sent.value;
    },
    inspect: (file, passphrase = null) => inspectBundle(context, store, { file, passphrase }),
    apply,
    take: async (file, choices) => {
      const applied = await apply(file, choices);
      if (!applied.ok) throw new Error(applied.error.message);
      release.id = applied.value.releaseId;
      return applied.value;
    },
    create: (kind, fields) => {
      const made = does((set) => {
        const checked = checkFields(kind, fields, false);
        return checked.ok ? createRecord(set, kind, { id: null, releaseId: release.id }, checked.value) : checked;
      });
      return made.id;
    },
    edit: (kind, id, fields) => does((set) => editWithPointers(set, kind, id, fields)),
    remove: (kind, id) => does((set) => removeRecord(set, kind, id)),
    restores: (kind, id) => transact(context, store, (set) => restoreRecord(set, kind, id), 'sides').ok,
    fingerprintOf: (storeId) => listPeers(store.db).find((peer) => peer.storeId === storeId)?.fingerprint ?? null,
    undo: async (entry, through) => {
      const undone = await recordUndo.run(context, { asOf: null, entry, through });
      if (!undone.ok) throw new Error(undone.error.message);
    },
    facts,
    one: async (list, id) => (await facts())[list]?.find((record) => record.id === id),
    isClean: async () => (await test.does('store.check', {})).ok,
  };
}

/** Two desks that have the same release: the first made it, the second got it in a bundle. */
export async function pair(folder: string, stamps: (at: number) => Stamps | undefined = () => undefined) {
  const secas = await desk(join(folder, 'secas'), 'SECAS', stamps(0));
  const made = await secas.does('release.create', {
    name: releaseName,
    kind: 'system',
    slot: slotSchema.parse('2026-06'),
    adHocReason: null,
    approvedDate: null,
  });
  secas.release.id = made.id;
  const dcc = await desk(join(folder, 'dcc'), 'DCC', stamps(1));
  return { secas, dcc };
}
