import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appError } from '../../../shared/domain/foundation/appError.ts';
import { err, fail, type Result } from '../../../shared/domain/foundation/result.ts';
import { type HistoryEntry, historyEntrySchema } from '../../../shared/domain/merge/manifest.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { fromWire } from '../../../shared/domain/merge/wire.ts';
import { open as unseal } from '../../exchange/passphrase.ts';
import { needsPassphrase, type OpenBundle, openArchive } from '../../exchange/readArchive.ts';
import { BundleRefusal, sentences } from '../../exchange/refusal.ts';
import { temporaryBeside } from '../../store/durableFile.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { stoppedSentence } from '../disposable.ts';

/** A bundle read to its end: every line checked, nothing of it applied. */
export interface ReadBundle {
  readonly bundle: OpenBundle;
  readonly deltas: readonly RecordDelta[];
  readonly history: readonly HistoryEntry[];
  /** Sentences for lines that cannot be taken, each once. */
  readonly refused: readonly string[];
}

/**
 * Opens a bundle, under its passphrase where it has one, and hands it to `work`; takes away what it had to unpack. Ends
 * between two lines where the person stopped it.
 */
export async function withBundle<T>(
  { signal }: Pick<EngineContext, 'signal'>,
  store: Store,
  path: string,
  passphrase: string | null,
  work: (read: ReadBundle) => Promise<Result<T>> | Result<T>,
): Promise<Result<T>> {
  const file = resolve(path);
  if (!existsSync(file) || !statSync(file).isFile()) return fail('invalidInput', `There is no file ${file}.`, path);
  let plain: string | null = null;
  let bundle: OpenBundle | null = null;
  try {
    if (await needsPassphrase(file)) {
      if (passphrase === null) return fail('invalidInput', sentences.sealed, 'passphrase');
      mkdirSync(store.paths.files, { recursive: true });
      plain = temporaryBeside(join(store.paths.files, 'incoming'));
      await unseal(file, plain, passphrase);
    }
    bundle = await openArchive(plain ?? file);
    const read = await readAll(bundle, signal);
    return signal.aborted ? fail('cancelled', stoppedSentence) : await work(read);
  } catch (error) {
    if (error instanceof BundleRefusal) {
      // The window asks for another one where this is what is wrong.
      const where = error.message === sentences.wrongPassphrase ? 'passphrase' : path;
      return err(appError('invalidInput', error.message, where));
    }
    throw error;
  } finally {
    await bundle?.close();
    if (plain !== null) rmSync(plain, { force: true });
  }
}

async function readAll(bundle: OpenBundle, signal: AbortSignal): Promise<ReadBundle> {
  const deltas: RecordDelta[] = [];
  const refused = new Set<string>();
  for await (const line of bundle.lines('changes.ndjson')) {
    if (signal.aborted) break;
    const read = fromWire(line, bundle.manifest.knowledge.after);
    if (typeof read === 'string') refused.add(read);
    else deltas.push(read);
  }
  const history: HistoryEntry[] = [];
  for await (const line of bundle.lines('history.ndjson')) {
    if (signal.aborted) break;
    const parsed = historyEntrySchema.safeParse(line);
    if (parsed.success) history.push(parsed.data);
    else refused.add('Its history holds an entry that this version cannot read.');
  }
  return { bundle, deltas, history, refused: [...refused] };
}
