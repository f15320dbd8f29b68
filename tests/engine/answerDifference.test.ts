import { expect, it } from 'vitest';
import { readinessOf } from '../../electron/engine/snapshotOf.ts';
import { closeDb } from '../../electron/store/db.ts';
import { readFacts } from '../../electron/store/facts.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { createKnownFindings } from '../../renderer/stores/knownFindings.ts';
import type { MethodName } from '../../shared/contract/engineMethods.ts';
import { engineMethods } from '../../shared/contract/engineMethods.ts';
import type { Changed } from '../../shared/contract/record.ts';
import { type CalendarDate, calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { withRecord } from '../../shared/domain/records/withRecord.ts';
import { sampleFile, type TestEngine, testEngine } from '../support/engine.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

/*
 * The window as the engine knows it: it sends what it knows with every change, and makes what it shows of the answers
 * alone. Beside it the facts are read and judged from scratch after every answer.
 */

const today = calendarDate('2026-05-01');
type Fields = Readonly<Record<string, unknown>>;

async function windowOn(folder: string, { engine, does }: TestEngine) {
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const opened = openStore(folder, countingStamps());
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const known = createKnownFindings();
  const read = async (asOf: CalendarDate | null) => {
    const { facts, readiness, state } = await does('release.open', { release: id, asOf, knows: null });
    if (state === undefined) throw new Error('A state was asked for and not named');
    known.hold(state, readiness);
    return { facts, readiness, told: state };
  };
  let asOf: CalendarDate | null = null;
  let shown = await read(asOf);
  const count = { differences: 0, whole: 0 };
  const ranges: { readonly entry: number; readonly through: number }[] = [];

  const take = async (method: MethodName, value: unknown) => {
    const changed = engineMethods[method].output.parse(JSON.parse(JSON.stringify(value))) as Changed;
    if (changed.difference) count.differences += 1;
    else count.whole += 1;
    if (changed.entry > 0) ranges.push({ entry: changed.entry, through: changed.through });
    const readiness = known.after(changed);
    if (!readiness || changed.state === undefined || changed.incomplete) {
      shown = await read(asOf);
      return;
    }
    let { facts } = shown;
    for (const { kind, id: one, record } of changed.changes)
      if (kind !== 'testIssue') facts = withRecord(facts, kind, one, record);
    shown = { facts, readiness, told: changed.state };
  };

  return {
    id,
    count,
    shown: () => shown,
    lastRange: () => ranges.pop(),
    close: () => closeDb(store.db),
    look: (day: CalendarDate | null) => {
      asOf = day;
    },
    /** Sends these without waiting for one another's answers, and takes the answers as they come. */
    send: async (...sent: readonly { readonly method: MethodName; readonly input: Fields }[]) => {
      const asked = { asOf, knows: shown.told };
      const answers = sent.map(({ method, input }) => engine.call(method, { ...asked, ...input }));
      for (const [at, answer] of answers.entries()) {
        const result = await answer;
        if (result.ok) await take(sent[at]?.method ?? 'record.edit', result.value);
      }
    },
    expectAllOfIt: () => {
      const facts = readFacts(store.db, id);
      if (!facts) throw new Error('The release is gone');
      expect(shown.readiness).toEqual(JSON.parse(JSON.stringify(readinessOf(store, facts, asOf ?? today))));
      expect(shown.facts).toEqual({ ...facts, testIssues: [] });
    },
  };
}

type Window = Awaited<ReturnType<typeof windowOn>>;

const editable: readonly { readonly kind: ListKind; readonly fields: Fields }[] = [
  { kind: 'criterion', fields: { text: 'Something else.' } },
  { kind: 'criterion', fields: { owner: 'DCC', selfStatus: 'met', rationale: 'Done.' } },
  { kind: 'criterion', fields: { selfStatus: null, bodies: ['SSC', 'TAG'] } },
  { kind: 'criterion', fields: { reference: 'AC-90' } },
  { kind: 'evidence', fields: { effectiveOn: '2026-01-01' } },
  { kind: 'evidence', fields: { criteria: [] } },
  { kind: 'modification', fields: { approvedOn: '2026-03-01', status: 'approved' } },
  { kind: 'view', fields: { position: 'doesNotSupport', on: '2021-09-01' } },
  { kind: 'risk', fields: { owner: null } },
  { kind: 'meeting', fields: { on: '2021-10-01' } },
];
const addable: readonly { readonly kind: ListKind; readonly fields: Fields }[] = [
  { kind: 'criterion', fields: { text: 'A new one.' } },
  { kind: 'risk', fields: { title: 'A risk' } },
  { kind: 'condition', fields: { text: 'Do this.', owner: 'DCC' } },
  { kind: 'modification', fields: { reference: 'MP900', impacts: ['dccSystems'] } },
  { kind: 'testIssue', fields: { reference: 'TI-900', phase: 'SIT', severity: 1, open: true } },
];

const at = fc.nat(1000);
const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('edit' as const), what: at, which: at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('add' as const), what: at, which: at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('remove' as const), what: at, which: at }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom(
        ...(['many', 'two', 'undo', 'status', 'release', 'foreign', 'others', 'settings', 'day', 'restart'] as const),
      ),
      what: at,
      which: at,
    }),
  },
);
type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;

function edit(window: Window, what: number, which: number) {
  const { kind, fields } = editable[what % editable.length] ?? { kind: 'risk' as const, fields: {} };
  const records = recordsOf(window.shown().facts, kind);
  const id = records.length > 0 ? String(records[which % records.length]?.id) : null;
  return { kind, id, fields };
}

async function take(window: Window, own: TestEngine, other: TestEngine, { does, what, which }: Step): Promise<void> {
  const releaseId = window.id;
  const one = edit(window, what, which);
  const isThere = one.id !== null;
  const added = addable[what % addable.length] ?? { kind: 'risk' as const, fields: {} };
  switch (does) {
    case 'edit':
      return isThere ? window.send({ method: 'record.edit', input: one }) : undefined;
    case 'add':
      return window.send({ method: 'record.create', input: { releaseId, ...added } });
    case 'remove':
      return isThere ? window.send({ method: 'record.remove', input: { kind: one.kind, id: one.id } }) : undefined;
    case 'many':
      return window.send({ method: 'record.saveMany', input: { releaseId, saves: [one, { ...added, id: null }] } });
    case 'two': {
      const second = edit(window, what + 1, which + 1);
      return isThere && second.id !== null
        ? window.send({ method: 'record.edit', input: one }, { method: 'record.edit', input: second })
        : undefined;
    }
    case 'undo': {
      const range = window.lastRange();
      return range ? window.send({ method: 'record.undo', input: range }) : undefined;
    }
    case 'status': {
      const ids = window.shown().facts.evidence.map((item) => String(item.id));
      const status = what % 2 === 0 ? 'submitted' : 'withdrawn';
      return window.send({ method: 'evidence.setStatus', input: { releaseId, ids, status, reason: 'Why.' } });
    }
    case 'release': {
      const fields = what % 2 === 0 ? { 'goLive.approvedDate': '2026-06-25' } : { slot: '2026-06', kind: 'system' };
      return window.send({ method: 'record.edit', input: { kind: 'release', id: releaseId, fields } });
    }
    case 'foreign':
      if (isThere) await other.engine.call('record.edit', { asOf: null, ...one, fields: one.fields });
      return;
    case 'others':
      await other.engine.call('record.create', { asOf: null, releaseId, ...added });
      return;
    case 'settings': {
      const severity = what % 2 === 0 ? ('advice' as const) : ('blocker' as const);
      const changes = [{ what: 'severity' as const, rule: 'criteria.met', severity, reason: 'To try it.' }];
      const calendar = { name: null, closures: which % 2 === 0 ? ['2026-06-24'] : [], workingDays: [] };
      await own.engine.call('settings.save', { rulebook: { changes, paperDeadlines: [] }, calendar });
      return;
    }
    case 'day':
      window.look(what % 3 === 0 ? null : calendarDate(what % 3 === 1 ? '2021-09-30' : '2026-06-20'));
      return;
    case 'restart':
      own.engine.close();
  }
}

it('what the window makes of differences is everything from scratch, whatever happened between', async () => {
  const total = { differences: 0, whole: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (steps) => {
      const folder = scratchFolder();
      const [own, other] = [testEngine(folder), testEngine(folder)];
      const window = await windowOn(folder, own);
      for (const step of steps) {
        const { differences, whole } = window.count;
        await take(window, own, other, step);
        if (window.count.differences + window.count.whole > differences + whole) window.expectAllOfIt();
      }
      // What came last may have been somebody else's, and is seen with the next answer.
      await window.send({
        method: 'record.create',
        input: { releaseId: window.id, kind: 'risk', fields: { title: 'Last' } },
      });
      window.expectAllOfIt();
      total.differences += window.count.differences;
      total.whole += window.count.whole;
      window.close();
      own.engine.close();
      other.engine.close();
    }),
    { numRuns: 60 },
  );
  // Nearly all are differences; the rest came after another start of the engine.
  expect(total.differences).toBeGreaterThan(3 * total.whole);
});

it('tells everything to one who keeps nothing, a difference to one who does, and nothing where it was not asked for', async () => {
  const { does } = testEngine(scratchFolder());
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const { state = '' } = await does('release.open', { release: id, asOf: null, knows: null });
  const edit = { asOf: null, kind: 'release' as const, id };
  const plain = await does('record.edit', { ...edit, fields: { about: 'One' } });
  expect(plain.readiness?.findings.length).toBeGreaterThan(20);
  expect(Object.keys(plain)).not.toContain('state');
  const quiet = await does('record.edit', { ...edit, fields: { about: 'Two' }, judged: false });
  expect([quiet.readiness, quiet.difference, quiet.changes.length]).toEqual([null, undefined, 1]);
  const told = await does('record.edit', { ...edit, fields: { about: 'Three' }, knows: state });
  expect(told.readiness).toBeNull();
  expect(told.difference?.base).toBe(state);
  expect(told.state).not.toBe(state);
  const stranger = await does('record.edit', { ...edit, fields: { about: 'Four' }, knows: 'another' });
  expect(stranger).toMatchObject({ incomplete: true, readiness: { findings: plain.readiness?.findings } });
});
