import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { RunDisposable } from '../../electron/engine/disposable.ts';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { attachFiles } from '../../electron/main/attachFiles.ts';
import type { EngineHost } from '../../electron/main/engineHost.ts';
import { createHeldPaths } from '../../electron/main/heldPaths.ts';
import { createLongWork } from '../../electron/main/longWork.ts';
import type { MethodName } from '../../shared/contract/engineMethods.ts';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inFolder } from '../support/previewFiles.ts';

interface Heard {
  /** Each answer, in the order in which they come. */
  readonly onAnswer?: (file: string) => void;
  /** How far the file at this place of the list is. */
  readonly onProgress?: (at: number, fraction: number | null, stop: () => void) => void;
}

/** The window's way to add files, on an engine in this process. */
async function attaching({ onAnswer, onProgress }: Heard = {}, options: Partial<EngineOptions> = {}) {
  const store = await evidenceStore(options);
  const told: ProgressReport[] = [];
  let [calls, underWay, most] = [0, 0, 0];
  const host: Pick<EngineHost, 'call'> = {
    call: (method, input, tell = () => undefined) => {
      const at = calls;
      calls += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      const stop = new AbortController();
      const callOptions = {
        signal: stop.signal,
        onProgress: (report: ProgressReport) => {
          tell(report);
          onProgress?.(at, report.fraction, work.stop);
        },
      };
      const result = store.engine.call(method as MethodName, input, callOptions).then((done) => {
        underWay -= 1;
        onAnswer?.((input as { file: string }).file);
        return done;
      });
      // As a message to another process: each comes by itself.
      return { result, cancel: () => void setImmediate(() => stop.abort()) };
    },
  };
  const work = createLongWork(host as EngineHost, () => undefined);
  const attach = (paths: readonly string[], allowDuplicate = false, fields: Readonly<Record<string, unknown>> = {}) =>
    attachFiles(paths, { release: store.release, fields, asOf: null }, allowDuplicate, {
      held: createHeldPaths(),
      work,
      tellProgress: (report) => told.push(report),
    });
  return { ...store, attach, told, most: () => most };
}

const reference = (at: number) => `EV-${String(at + 1).padStart(3, '0')}`;

/** Files whose reading takes unlike long: the first is the longest. */
function unlikeFiles(folder: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    inFolder(folder, `file ${count - at}.bin`, Buffer.alloc(at % 3 === 0 ? 6_000_000 : 100, `${at} `)),
  );
}

it('gives the files their references in the order of the list, though several are under way', async () => {
  const { attach, folder, most, does, release } = await attaching();
  const paths = unlikeFiles(folder, 9);
  const { added, refused } = await attach(paths);
  expect(refused).toEqual([]);
  expect(added.map((one) => one.reference)).toEqual(paths.map((_, at) => reference(at)));
  const { facts } = await does('release.open', { release, asOf: null });
  const byReference = new Map(facts.evidence.map((item) => [item.reference, item.file]));
  expect(paths.map((_, at) => byReference.get(reference(at)))).toEqual(paths.map((path) => basename(path)));
  expect(most()).toBe(3);
});

it('answers for a file only when its record and its content can be read by everybody', async () => {
  const seen: (readonly [string, number])[] = [];
  const { attach, folder } = await attaching({
    onAnswer: (file) => {
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
      const stored = join(folder, 'store', 'files', sha256.slice(0, 2), sha256);
      const db = new Database(join(folder, 'store', 'store.sqlite'), { readonly: true });
      const rows = db.prepare('SELECT 1 FROM evidence JOIN attachment USING (sha256) WHERE sha256 = ?').all(sha256);
      db.close();
      if (existsSync(stored)) seen.push([file, rows.length]);
    },
  });
  const paths = unlikeFiles(folder, 7);
  await attach(paths);
  expect(seen).toEqual(paths.map((path) => [path, 1]));
});

it('is not held up by files that are refused, and numbers the others without a gap', async () => {
  const { attach, folder, kept } = await attaching();
  const good = unlikeFiles(folder, 4);
  mkdirSync(join(folder, 'reports'));
  const [first = '', second = '', third = '', fourth = ''] = good;
  const paths = [
    first,
    join(folder, 'nowhere.pdf'),
    second,
    inFolder(folder, 'empty.txt', ''),
    third,
    join(folder, 'reports'),
    fourth,
  ];
  const { added, refused } = await attach(paths);
  expect(added.map((one) => one.reference)).toEqual(good.map((_, at) => reference(at)));
  expect(refused.map(({ file, duplicate }) => [file, duplicate])).toEqual([
    ['nowhere.pdf', false],
    ['empty.txt', false],
    ['reports', false],
  ]);
  expect(kept().length).toBe(4);
});

it('tells the later of two equal files that the earlier one is here, and adds it where that is asked for', async () => {
  const { attach, folder, kept } = await attaching();
  const paths = ['a.txt', 'b.txt', 'c.txt'].map((name) => inFolder(folder, name, 'the same content'));
  const { added, refused } = await attach(paths);
  expect(added.map((one) => one.reference)).toEqual(['EV-001']);
  expect(refused.map((one) => one.sentence)).toEqual([
    'b.txt is already here as EV-001 version 1 (a.txt); link that one, or add it anyway.',
    'c.txt is already here as EV-001 version 1 (a.txt); link that one, or add it anyway.',
  ]);
  expect((await attach(paths.slice(1), true)).added.map((one) => one.reference)).toEqual(['EV-002', 'EV-003']);
  expect(kept().length).toBe(1);
});

it('offers to add only what is refused for its content: another new version of the same item is none of that', async () => {
  const { attach, folder } = await attaching();
  await attach([inFolder(folder, 'first.txt', 'first')]);
  const supersedes = { supersedes: 'EV-001@1' };
  const both = ['second.txt', 'third.txt'].map((name) => inFolder(folder, name, name));
  const { added, refused } = await attach(both, false, supersedes);
  expect(added.map((one) => one.reference)).toEqual(['EV-001']);
  const sentence = 'EV-001@1 was superseded by EV-001@2 already; supersede that one instead.';
  expect(refused).toMatchObject([{ file: 'third.txt', sentence, duplicate: false }]);
  const again = await attach([inFolder(folder, 'copy.txt', 'first')]);
  expect(again.refused).toMatchObject([{ file: 'copy.txt', duplicate: true }]);
});

it('stops where it is told to: what was answered stays, nothing of what came after, and nothing half-done', async () => {
  const { attach, folder, kept, does, release } = await attaching({
    onProgress: (at, fraction, stop) => {
      if (at === 6 && fraction === 1) stop();
    },
  });
  const paths = unlikeFiles(folder, 12);
  const { added, refused } = await attach(paths);
  expect(refused).toEqual([]);
  // The seventh is begun once the fourth was answered, and three are under way at once: which of them had been answered when
  // the word to stop came hangs on the machine.
  expect(added.length).toBeGreaterThanOrEqual(4);
  expect(added.length).toBeLessThanOrEqual(9);
  const taken = paths.slice(0, added.length);
  expect(added.map((one) => one.reference)).toEqual(taken.map((_, at) => reference(at)));
  const { facts } = await does('release.open', { release, asOf: null });
  expect(facts.evidence.map((item) => item.file).toSorted()).toEqual(taken.map((path) => basename(path)).toSorted());
  expect(kept().length).toBe(added.length);
});

it('does not take in what was taken out for good while it waited for its turn', async () => {
  // A document is described once it is copied; the first of the two is described when the second one's content is gone.
  let onDescribed = () => Promise.resolve<unknown>(null);
  const runDisposable: RunDisposable = async () => {
    await onDescribed();
    return fail('renderFailed', 'ended');
  };
  const { attach, folder, does } = await attaching({}, { runDisposable });
  const [first] = (await attach([inFolder(folder, 'first.pdf', '%PDF-1.7 private words')])).added;
  const isGone = Promise.withResolvers<unknown>();
  let described = 0;
  onDescribed = async () => {
    described += 1;
    if (described === 1) await isGone.promise;
    else isGone.resolve(await does('evidence.purge', { asOf: null, id: first?.id ?? '', reason: 'Personal data' }));
  };
  const paths = [
    inFolder(folder, 'other.pdf', '%PDF-1.7 other words'),
    inFolder(folder, 'again.pdf', '%PDF-1.7 private words'),
  ];
  const { added, refused } = await attach(paths, true);
  expect(added.map((one) => one.reference)).toEqual(['EV-002']);
  expect(refused.map((one) => one.sentence)).toEqual([
    'again.pdf was taken out of this store for good (Personal data) and is not taken in again; attach another file.',
  ]);
});

it('tells one progress that never goes back and names the file whose turn it is', async () => {
  const { attach, folder, told } = await attaching();
  await attach(unlikeFiles(folder, 6));
  const fractions = told.map(({ fraction }) => fraction ?? 0);
  expect(fractions).toEqual(fractions.toSorted((left, right) => left - right));
  expect(fractions.at(-1)).toBe(1);
  const places = told.map(({ text }) => Number(/, (\d) of 6$/.exec(text)?.[1]));
  expect(places).toEqual(places.toSorted((left, right) => left - right));
  expect(new Set(places)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
});
