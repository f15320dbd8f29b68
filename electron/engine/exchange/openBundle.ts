import { createReadStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import type { HistoryEntry, Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { decodeLine, type WireLine } from '../../../shared/domain/merge/wire.ts';
import { limits } from '../../exchange/limits.ts';
import { linesOf } from '../../exchange/lines.ts';
import { type OpenBundleInput, type OpenedBundle, textNames, type UnpackFilesInput } from '../../exchange/tasks.ts';
import { temporaryBeside } from '../../store/durableFile.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { stoppedSentence } from '../disposable.ts';
import { runTask } from '../runTask.ts';

/** A bundle read to its end: every line checked, nothing of it applied. */
export interface ReadBundle {
  readonly manifest: Manifest;
  readonly token: string;
  /** Whether it lay under a passphrase. */
  readonly isProtected: boolean;
  /** The hashes of the files that go along. */
  readonly files: readonly string[];
  readonly deltas: readonly RecordDelta[];
  readonly history: readonly HistoryEntry[];
  /** Sentences for lines that cannot be taken, each once. */
  readonly refused: readonly string[];
  /** Unpacks these of its files; each is checked, and lies at the path that the answer gives for it. */
  readonly unpack: (wanted: readonly string[]) => Promise<Result<(sha256: string) => string>>;
}

interface Asked {
  readonly file: string;
  readonly passphrase: string | null;
  /** Whether what goes along is read to its end before anything is said of it. */
  readonly checkFiles: boolean;
}

type Context = Pick<EngineContext, 'runDisposable' | 'onProgress' | 'signal'>;

/**
 * Has a bundle opened, under its passphrase where it has one, and hands it to `work`; takes away what was unpacked. `store`
 * null: there is none yet. The
 * opening is done by a disposable process, which ends where the person stops it, or where it takes more than it may.
 */
export async function withBundle<T>(
  context: Context,
  store: Pick<Store, 'paths'> | null,
  asked: Asked,
  work: (read: ReadBundle) => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> {
  const { file: named, passphrase, checkFiles } = asked;
  const file = resolve(named);
  const there = statSync(file, { throwIfNoEntry: false });
  if (!there) return fail('invalidInput', `There is no file ${file}; check the path.`, named);
  if (!there.isFile()) return fail('invalidInput', `${file} is not a file; name the bundle itself.`, named);
  const out = placeToUnpack(store);
  try {
    const job: OpenBundleInput = { file, passphrase, out, checkFiles };
    const opened = await runTask(context, 'exchange', 'openBundle', job);
    // Named as the person named it.
    if (!opened.ok)
      return opened.error.where === file ? { ...opened, error: { ...opened.error, where: named } } : opened;
    const isProtected = opened.value.archive !== file;
    const read = { ...(await readTexts(context, out, opened.value)), isProtected };
    return context.signal.aborted ? fail('cancelled', stoppedSentence) : await work(read);
  } finally {
    // The process may have been ended in the middle of a write.
    rmSync(out, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** On the store's own disk, for what goes along may be large; without a store, where the system keeps what is not kept. */
function placeToUnpack(store: Pick<Store, 'paths'> | null): string {
  if (!store) return mkdtempSync(join(tmpdir(), 'golive-'));
  mkdirSync(store.paths.files, { recursive: true, mode: 0o700 });
  const out = temporaryBeside(join(store.paths.files, 'incoming'));
  mkdirSync(out, { mode: 0o700 });
  return out;
}

async function readTexts(
  context: Context,
  out: string,
  opened: OpenedBundle,
): Promise<Omit<ReadBundle, 'isProtected'>> {
  const { archive, manifest, files, token, refused } = opened;
  const { after } = manifest.knowledge;
  const deltas: RecordDelta[] = [];
  for await (const line of linesOf(createReadStream(join(out, textNames.changes)), limits.records)) {
    if (context.signal.aborted) break;
    const read = decodeLine(line as WireLine, after);
    if (typeof read !== 'string') deltas.push(read);
  }
  const history: HistoryEntry[] = [];
  for await (const line of linesOf(createReadStream(join(out, textNames.history)), limits.entries)) {
    if (context.signal.aborted) break;
    history.push(line as HistoryEntry);
  }
  const unpack: ReadBundle['unpack'] = async (wanted) => {
    const job: UnpackFilesInput = { file: archive, token, wanted, out };
    const done = wanted.length > 0 ? await runTask(context, 'exchange', 'unpackFiles', job) : ({ ok: true } as const);
    return done.ok ? { ok: true, value: (sha256) => join(out, sha256) } : done;
  };
  return { manifest, token, files, deltas, history, refused, unpack };
}
