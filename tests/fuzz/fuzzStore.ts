import { createEngine } from '../../electron/engine/engine.ts';
import { readImport } from '../../electron/importers/readImport.ts';
import type { HeldReading } from '../../shared/contract/import.ts';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import type { ReadImportInput } from '../../shared/domain/importing/reading.ts';

/** A store of its own that takes what was read, through the engine's own verbs; the importers run in this process. */
export interface FuzzStore {
  readonly take: (kind: ImportKind, source: ReadImportInput['source']) => Promise<string>;
  /** What `store check` finds at the end. */
  readonly problems: () => Promise<readonly string[]>;
  readonly close: () => void;
}

const release = 'A release to break';

export async function fuzzStore(folder: string): Promise<FuzzStore> {
  let bug: unknown = null;
  const engine = createEngine({
    folder,
    appVersion: '0.0.0-fuzz',
    createStore: true,
    actor: { name: 'Fuzz', organisation: 'SECAS' },
    runDisposable: (job) => readImport(job.input as ReadImportInput, () => undefined),
    logBug: (_id, error) => {
      bug = error;
    },
  });
  const empty = { kind: 'system', slot: null, adHocReason: null, approvedDate: null };
  const made = await engine.call('release.create', { name: release, ...empty });
  if (!made.ok) throw new Error(made.error.message);
  /** Reads and takes; a reading with an open question must not be taken. */
  const readAndTake = async (asked: Readonly<Record<string, unknown>>) => {
    const read = await engine.call('import.read', asked);
    if (!read.ok) return { questions: [], problem: `was read once and then refused: ${read.error.message}` };
    const { token, reading } = read.value as HeldReading;
    const taken = await engine.call('import.take', { token, skip: [] });
    const { questions } = reading;
    if (taken.ok && questions.length > 0) return { questions: [], problem: 'was taken over an open question' };
    return { questions, problem: taken.ok ? null : `was not taken: ${taken.error.message} ${String(bug ?? '')}` };
  };
  return {
    take: async (kind, source) => {
      const file = 'file' in source ? source.file : null;
      const text = 'text' in source ? source.text : null;
      const plain = { kind, release, file, text, sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: true };
      const first = await readAndTake(plain);
      if (first.questions.length === 0 || first.problem === null) return first.problem ?? 'accepted';
      const words = first.questions.filter(({ about }) => about === 'word');
      const valueMaps: Record<string, Record<string, string>> = {};
      for (const { field, word } of words)
        valueMaps[String(field)] = { ...valueMaps[String(field)], [String(word)]: '' };
      const decided = { ...plain, valueMaps, dateOrder: 'dayFirst', partialLists: 'listed' } as const;
      const second = await readAndTake(decided);
      // A word that is shown with other signs than it has cannot be answered by its shown form.
      return second.questions.length > 0 ? 'refused' : (second.problem ?? 'accepted');
    },
    problems: async () => {
      const checked = await engine.call('store.check', {});
      return checked.ok ? (checked.value as { problems: string[] }).problems : [checked.error.message];
    },
    close: () => engine.close(),
  };
}
