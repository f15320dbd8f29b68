import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noteGroup } from '../../electron/store/changeGroups.ts';
import { inTransaction, type ReadableDb } from '../../electron/store/db.ts';
import { appendEntry, type LedgerEntry, lastEntry, readEntry } from '../../electron/store/ledger.ts';
import { markRemoved, updateRecord } from '../../electron/store/records.ts';
import { testEngine } from '../support/engine.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';

/*
 * Whatever was done, and in whichever order: each `undo` leads to what stood before the change that it takes back, fact by
 * fact, also where a file brought back what had been removed. Nothing of what was taken back may stand.
 */

const name = 'June 2026 SEC Release';
const id = '0195c000-0000-7000-8000-0000000000aa';

const criteria = ['AC-01', 'AC-02', 'AC-03'].map((reference, at) => ({
  id: `0195c000-0000-7000-8000-0000000000c${at}`,
  reference,
  text: `Text of ${reference}`,
  selfStatus: 'inProgress',
}));

const start = {
  format: 'sec-golive/release',
  version: 1,
  release: { id, name, goLive: { approvedDate: '2026-06-25' } },
  criteria,
  evidence: [
    {
      id: '0195c000-0000-7000-8000-0000000000e0',
      reference: 'EV-001',
      version: 1,
      title: 'Report',
      criteria: ['AC-01', 'AC-02'],
    },
    { id: '0195c000-0000-7000-8000-0000000000e1', reference: 'EV-002', version: 1, title: 'Plan', criteria: ['AC-03'] },
  ],
};

// biome-ignore lint/suspicious/noExplicitAny: a release file as JSON
type File = any;

/** What people do to a file between an export and an import. */
const doctored: Readonly<Record<string, (file: File, at: number) => void>> = {
  'another wording and status': (file, at) =>
    Object.assign(file.criteria[at % file.criteria.length] ?? {}, { text: `Doctored ${at}`, selfStatus: 'met' }),
  'another date': (file, at) => Object.assign(file.release.goLive, { approvedDate: `2026-07-${10 + (at % 20)}` }),
  'without a criterion': (file) => file.criteria.pop(),
  'without evidence': (file) => file.evidence.pop(),
  'all references one on': (file) => {
    const next = (one: string) => one.replace(/\d+$/, (number) => `${Number(number) + 1}`.padStart(2, '0'));
    for (const one of file.criteria) one.reference = next(one.reference);
    // The last first, so that each finds its new reference free.
    file.criteria.reverse();
    for (const item of file.evidence) item.criteria = item.criteria.map(next);
  },
  'another name': (file, at) => Object.assign(file.release, { name: `${name} ${at}` }),
};

function desk() {
  const folder = scratchFolder();
  const one = testEngine(join(folder, 'store'));
  const file = join(folder, 'release.json');
  const take = (content: File) => {
    writeFileSync(file, JSON.stringify(content));
    return one.engine.call('release.import', { file, replace: true });
  };
  const stands = async () => {
    const listed = await one.does('release.list', {});
    return Promise.all(
      listed.map(async ({ id: release }) => (await one.does('release.open', { release, asOf: null })).facts),
    );
  };
  const exported = async (): Promise<File> => {
    const [release] = await one.does('release.list', {});
    if (!release) return null;
    const out = join(folder, 'out.json');
    await one.does('release.export', { release: release.id, out });
    return JSON.parse(readFileSync(out, 'utf8'));
  };
  return { ...one, take, stands, exported };
}

const deeds = ['edit', 'rename', 'remove', 'removeRelease', 'add', 'import', 'importEarlier', 'undo'] as const;
/** Files are what this is about. */
const oftener = ['import', 'import', 'importEarlier', 'removeRelease'] as const;
const ways = Object.keys(doctored);
/** Whatever chance gives, one file brings back what was removed. */
const removedAndBack = (['edit', 'removeRelease', 'importEarlier'] as const).map((deed) => ({
  deed,
  way: 'another wording and status',
  at: 0,
}));

it('leads back through everything that stood, step by step', async () => {
  const step = fc.record({
    deed: fc.constantFrom(...deeds, ...oftener),
    way: fc.constantFrom(...ways),
    at: fc.nat(99),
  });
  let broughtBack = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const { does, engine, take, stands, exported } = desk();
      const begun = await take(start);
      if (!begun.ok) throw new Error(begun.error.message);
      const files: File[] = [await exported()];
      const stood = [await stands()];
      for (const { deed, way, at } of steps) {
        const [facts] = stood.at(-1) ?? [];
        const one = facts?.criteria[at % (facts?.criteria.length || 1)];
        const which = { asOf: null, kind: 'criterion' as const, id: one?.id ?? '' };
        if (deed === 'undo') {
          if (stood.length === 1) continue;
          await does('record.undoLast', { asOf: null, release: id });
          stood.pop();
          expect(await stands()).toEqual(stood.at(-1));
          continue;
        }
        const isBack = facts === undefined;
        if (deed === 'edit') await engine.call('record.edit', { ...which, fields: { text: `Edited ${at}` } });
        if (deed === 'rename') await engine.call('record.edit', { ...which, fields: { reference: `AC-${at}` } });
        if (deed === 'remove') await engine.call('record.remove', which);
        if (deed === 'removeRelease') await engine.call('release.remove', { release: id });
        const risk = { asOf: null, releaseId: id, kind: 'risk' as const, fields: { title: `Risk ${at}` } };
        if (deed === 'add') await engine.call('record.create', risk);
        const earlier = deed === 'import' ? await exported() : files[at % files.length];
        if (deed.startsWith('import') && earlier) {
          const file = structuredClone(earlier);
          doctored[way]?.(file, at);
          const taken = await take(file);
          if (taken.ok && isBack) broughtBack += 1;
        }
        const now = await stands();
        if (JSON.stringify(now) === JSON.stringify(stood.at(-1))) continue;
        stood.push(now);
        if (now.length > 0) files.push(await exported());
      }
      while (stood.length > 1) {
        await does('record.undoLast', { asOf: null, release: id });
        stood.pop();
        expect(await stands()).toEqual(stood.at(-1));
      }
      expect((await does('store.check', {})).problems).toEqual([]);
    }),
    { numRuns: 40, examples: [[removedAndBack]] },
  );
  expect(broughtBack).toBeGreaterThan(0);
});

it('tells in the history what a removed record said before a file brought it back with other words', async () => {
  const { does, take } = desk();
  await take(start);
  const last = criteria[2]?.id;
  await take({ ...start, criteria: criteria.slice(0, 2) });
  await take({ ...start, criteria: criteria.map((one) => (one.id === last ? { ...one, text: 'Other words' } : one)) });
  const history = await does('history.list', { releaseId: id, limit: 10 });
  const told = history.filter(({ recordId }) => recordId === last).map(({ action, changes }) => ({ action, changes }));
  expect(told.slice(0, 2)).toEqual([
    { action: 'edit', changes: [{ field: 'text', before: 'Text of AC-03', after: 'Other words' }] },
    { action: 'restore', changes: [] },
  ]);
});

it('lets a release that a file brought back under another name go again, though its first name is another’s now', async () => {
  const { does, take, stands } = desk();
  await take(start);
  await does('release.remove', { release: id });
  const nothing = { kind: 'system' as const, slot: null, adHocReason: null, approvedDate: null };
  await does('release.create', { name, ...nothing });
  const stood = await stands();
  await take({ ...start, release: { ...start.release, name: 'Another' } });
  await does('record.undoLast', { asOf: null, release: id });
  expect(await stands()).toEqual(stood);
});

it('takes a pointer along that was written since a reference was changed, and none that stood before', async () => {
  const { does, take, stands } = desk();
  await take(start);
  const [plan] = (await stands())[0]?.evidence.filter(({ title }) => title === 'Plan') ?? [];
  const renamed = { asOf: null, kind: 'criterion' as const, id: criteria[0]?.id ?? '', fields: { reference: 'AC-09' } };
  const { entry, through } = await does('record.edit', renamed);
  const linked = {
    asOf: null,
    kind: 'evidence' as const,
    id: plan?.id ?? '',
    fields: { criteria: ['AC-03', 'AC-09'] },
  };
  await does('record.edit', linked);
  await does('record.undo', { asOf: null, entry, through });
  const [now] = await stands();
  expect(now?.evidence.map((item) => item.criteria)).toEqual([
    ['AC-01', 'AC-02'],
    ['AC-03', 'AC-01'],
  ]);
});

it('leads back to what stood also where an earlier version brought it back and changed it in one entry', async () => {
  const { does, take, stands, engine } = desk();
  await take(start);
  const before = await stands();
  const last = criteria[2]?.id ?? '';
  await does('record.remove', { asOf: null, kind: 'criterion', id: last });
  const db = engine.openedStore()?.db as ReadableDb;
  inTransaction(db, (writable) => {
    const stated = { reference: 'AC-03', text: 'Doctored' };
    const changes = Object.entries(stated).map(([field, after]) => ({ field, before: null, after }));
    const { id: _, seq: __, previousHash: ___, hash: ____, ...head } = readEntry(db, lastEntry(db)) as LedgerEntry;
    const seq = appendEntry(writable, { ...head, id: crypto.randomUUID(), action: 'restore', changes });
    markRemoved(writable, 'criterion', last, null);
    updateRecord(writable, 'criterion', last, { ...stated, selfStatus: null }, seq);
    noteGroup(writable, { entry: seq, through: seq, releaseId: null }, null);
  });
  expect(await stands()).not.toEqual(before);
  await does('record.undoLast', { asOf: null, release: id });
  await does('record.undoLast', { asOf: null, release: id });
  expect(await stands()).toEqual(before);
});
