import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { aSending } from '../support/authorityCalls.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { htmlMessage } from '../support/previewFiles.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Fields, recordsById, type Stood, trespasses, type Who } from '../support/trespasses.ts';

/** Methods that change facts of a release, each with what it may be called with. */
const calls: { readonly [Name in MethodName]?: (world: World, pick: Pick) => Fields | Promise<Fields> } = {
  'record.create': ({ release }, pick) => {
    const kind = pick(['criterion', 'risk', 'testIssue', 'view', 'meeting', 'evidence', 'submission', 'tadVersion']);
    return { asOf: null, releaseId: release, kind, fields: fresh(kind as RecordKind, pick) };
  },
  'record.edit': (world, pick) => ({ asOf: null, ...anEdit(world, pick) }),
  'record.saveMany': (world, pick) => {
    const edits = [anEdit(world, pick), anEdit(world, pick)].filter((one) => one.kind !== 'release');
    return { asOf: null, releaseId: world.release, saves: edits };
  },
  'record.remove': (world, pick) => {
    const { kind, id } = anEdit(world, pick);
    return { asOf: null, kind: kind === 'release' ? 'risk' : kind, id };
  },
  'record.undo': ({ entries }, pick) => {
    const entry = pick(entries);
    return { asOf: null, entry, through: entry };
  },
  'record.undoLast': ({ release }) => ({ asOf: null, release }),
  'evidence.setStatus': ({ facts, release }, pick) => ({
    asOf: null,
    releaseId: release,
    ids: [pick(facts.evidence.map((item) => String(item.id)))],
    status: pick(['accepted', 'rejected', 'submitted', 'withdrawn']),
    reason: 'Because.',
  }),
  'evidence.add': ({ release, file }, pick) => ({
    asOf: null,
    release,
    file: file(),
    fields: {
      provider: pick(['DCC', 'SECAS', null]),
      status: pick(['draft', 'submitted', 'accepted']),
      criteria: ['AC-01'],
    },
  }),
  'evidence.addAttached': async ({ engine, facts, release, file }, pick) => {
    const path = file();
    writeFileSync(path, htmlMessage);
    const fields = { provider: pick(['DCC', 'SECAS', null]), status: 'submitted', criteria: ['AC-01'] };
    const added = await engine.call('evidence.add', { release, file: path, asOf: null, fields, allowDuplicate: true });
    const [change] = added.ok ? (added.value as { changes: { id: string }[] }).changes : [];
    const id = change?.id ?? pick(facts.evidence.map((item) => String(item.id)));
    return { asOf: null, id, attachment: 0, allowDuplicate: true };
  },
  'evidence.replaceFile': ({ facts, file }, pick) => ({
    asOf: null,
    id: pick(facts.evidence.map((item) => String(item.id))),
    file: file(),
  }),
  'evidence.purge': ({ facts }, pick) => ({
    asOf: null,
    id: pick(facts.evidence.map((item) => String(item.id))),
    reason: 'Private.',
  }),
  'import.take': async ({ engine, release }, pick) => {
    const kind = pick(['issues', 'criteria', 'scope', 'views', 'results'] as const);
    const text = {
      issues: `Issue key\tSeverity\tStatus\nTI-101\t${pick(['1', '2'])}\tOpen\nDEF-${pick(['1', '2'])}\t2\tOpen`,
      criteria: `Reference\tText\tOwner\tStatus\nAC-01\t${pick(['x', 'y'])}\tDCC\t${pick(['Met', 'Not met'])}`,
      scope: `Reference\tTitle\nMP077\t${pick(['x', 'y'])}`,
      views: `Body\tCriterion\tPosition\nTAG\tAC-01\t${pick(['Supports', 'No view'])}`,
      results: `Phase\tPassed\nSIT\t${pick(['1', '2'])}`,
    }[kind];
    const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
    const read = await engine.call('import.read', { kind, release, file: null, text, ...reading });
    const token = read.ok ? (read.value as { token: string }).token : '';
    return { token, skip: [], missing: kind === 'issues' ? pick(['leave', 'close']) : 'leave' };
  },
  'text.recordSent': ({ release }, pick) => ({ asOf: null, releaseId: release, ...aSending(pick) }),
  'submission.sign': ({ release }) => ({ release, submission: null, asOf: null }),
  'release.import': ({ replacement }) => ({ file: replacement, replace: true }),
  'release.clone': ({ release }, pick) => ({ release, slot: pick(['2030-06', '2031-06']) }),
  'release.remove': ({ release }) => ({ release }),
};

/** Methods with a switch that change facts, as the contract says it; each must be among the calls above. */
const withSwitch = Object.entries(engineMethods)
  .filter(([, { input }]) => Object.hasOwn((input as { shape?: object }).shape ?? {}, 'onBehalf'))
  .map(([name]) => name);

interface World {
  readonly engine: Engine;
  readonly release: string;
  readonly facts: ReleaseFacts;
  readonly entries: readonly number[];
  readonly replacement: string;
  readonly file: () => string;
}
type Pick = <T>(items: readonly T[]) => T;

function fresh(kind: RecordKind, pick: Pick): Fields {
  const status = { selfStatus: pick(['met', 'notSubmitted', null]), rationale: pick(['x', null]) };
  if (kind === 'criterion') return { text: 'x', owner: pick(['DCC', 'SECAS']), ...status };
  if (kind === 'evidence')
    return { title: 'x', provider: pick(['DCC', 'SECAS', null]), status: pick(['accepted', 'draft']) };
  if (kind === 'view') return { body: 'TAG', criterion: 'AC-01', position: 'supports' };
  const signedOff = [{ organisation: pick(['DCC', 'SECAS']), by: 'x', on: '2021-10-20' }];
  if (kind === 'submission') return { on: '2021-10-20', signedOff };
  return kind === 'meeting' ? { body: 'CSC' } : kind === 'tadVersion' ? { version: '9' } : { title: 'x' };
}

function anEdit({ facts }: World, pick: Pick): { kind: RecordKind; id: string; fields: Fields } {
  const records = [...recordsById(facts)].filter(([, { kind }]) => Object.hasOwn(edits, kind));
  const kind = pick(Object.keys(edits)) as RecordKind;
  const [id] = pick(records.filter(([, one]) => one.kind === kind)) ?? [''];
  const all = edits[kind] ?? [];
  return {
    kind,
    id,
    fields: Object.fromEntries([pick(all), pick(all)].map(([name, ...values]) => [name, pick(values)])),
  };
}

const edits: { readonly [Kind in RecordKind]?: readonly (readonly [string, ...unknown[]])[] } = {
  release: [
    ['about', 'x', 'y'],
    ['userTesting.planned', true, false],
    ['recommendation.dcc', 'x', null],
    ['recommendation.secas', 'x', null],
    ['onBehalf', null, []],
  ],
  criterion: [
    ['text', 'x', 'y'],
    ['selfStatus', 'met', 'notMet'],
    ['owner', 'DCC', 'SECAS'],
    ['onBehalf', null],
  ],
  testPhase: [
    ['passed', 1, 2],
    ['failed', 1, 2],
    ['onBehalf', null],
  ],
  evidence: [
    ['title', 'x', 'y'],
    ['provider', 'DCC', 'SECAS'],
    ['status', 'accepted', 'submitted'],
    ['statusBy', 'x'],
    ['accepted', null],
    ['criteria', ['AC-01'], ['AC-02']],
  ],
  view: [['wording', 'x', 'y']],
  submission: [['signedOff', [], [{ organisation: 'DCC', by: 'x', on: '2021-10-20' }]]],
  condition: [['dischargedOn', '2021-12-01', null]],
};

/** Methods with a switch that the walk through one release cannot try. */
const apart: ReadonlySet<string> = new Set([
  'release.create',
  // Makes one of two releases: tests/exchange/joinReleases.test.ts.
  'release.join',
  // Wants a conflict between two stores: authorityExchange.test.ts.
  'exchange.settle',
]);

it('every method that takes the switch is among those that are tried', () => {
  expect(withSwitch.filter((name) => !Object.hasOwn(calls, name) && !apart.has(name))).toEqual([]);
});

it('whoever calls whatever, each field that changes is theirs to change or is marked as recorded for its owner', async () => {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const as = (organisation: string) => testEngine(store, { actor: { name: 'Somebody', organisation } });
  const nobody = testEngine(store);
  const { id: release } = await nobody.does('release.import', { file: sampleFile, replace: false });
  await nobody.does('profile.save', { name: 'Vera', organisation: 'Ofgem', role: 'viewer' });
  const engines = { DCC: as('DCC'), SECAS: as('SECAS'), viewer: nobody, Ofgem: as('Ofgem') };
  const replacement = join(folder, 'replacement.json');
  await engines.SECAS.does('release.export', { release, out: replacement });
  const read = async () => (await engines.SECAS.does('release.open', { release, asOf: null })).facts;
  let files = 0;
  const file = () => {
    files += 1;
    const path = join(folder, `file ${files}.txt`);
    writeFileSync(path, `content ${files}`);
    return path;
  };
  const names = Object.keys(calls) as (keyof typeof calls)[];
  const changed = new Map<string, number>();
  const stood = new Map<string, Stood>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Who>('DCC', 'SECAS', 'viewer', 'Ofgem'),
      fc.constantFrom(...names),
      fc.boolean(),
      fc.infiniteStream(fc.nat(9999)),
      async (who, method, onBehalf, numbers) => {
        const pick: Pick = (items) => items[(numbers.next().value ?? 0) % items.length] as never;
        const before = await read();
        for (const [id, { fields }] of recordsById(before)) stood.set(id, { fields, goneBy: null });
        const history = await engines.SECAS.does('history.list', { releaseId: release, limit: 30 });
        const { engine } = engines[who];
        const world = { engine, release, facts: before, entries: history.map(({ seq }) => seq), replacement, file };
        const input = await calls[method]?.(world, pick);
        const takesSwitch = withSwitch.includes(method);
        const done = await engine.call(method, takesSwitch ? { ...input, onBehalf } : input);
        const isThere = (await engines.SECAS.does('release.list', {})).some(({ id }) => id === release);
        // Taking back what one's own side wrote restores what stood, whosever it was; with the switch what another
        // wrote goes as a whole.
        const undone =
          method === 'record.undo' ? history.find(({ seq }) => seq === (input as { entry: number }).entry) : null;
        const last =
          method === 'record.undoLast' && done.ok ? (done.value as { takenBack: { organisation: string } }) : null;
        const isOwnUndo = [undone?.organisation, last?.takenBack.organisation].includes(who);
        if (!isThere && done.ok) {
          const { entry, through } = done.value as { entry: number; through: number };
          expect(isOwnUndo || who === 'SECAS' || (who === 'DCC' && takesSwitch && onBehalf), who).toBe(true);
          // Whoever did it: another side may bring back only what is its own.
          await engines[who].does('record.undo', { asOf: null, entry, through });
        }
        const after = await read();
        const found = trespasses(who, before, after, stood).filter(
          ({ isGone }) => !(isGone && method === 'record.undoLast' && onBehalf && (who === 'DCC' || who === 'SECAS')),
        );
        expect(isOwnUndo ? [] : found, `${method} ${JSON.stringify(input)}`).toEqual([]);
        const left = recordsById(after);
        for (const [id, one] of stood) if (!left.has(id) && one.goneBy === null) stood.set(id, { ...one, goneBy: who });
        if (JSON.stringify(before) !== JSON.stringify(after)) changed.set(who, (changed.get(who) ?? 0) + 1);
      },
    ),
    // A walk that goes on from where the last one ended cannot be made shorter.
    { numRuns: 250, endOnFailure: true },
  );
  // The walk is worth nothing where everything is refused.
  expect(changed.get('DCC')).toBeGreaterThan(5);
  expect(changed.get('SECAS')).toBeGreaterThan(5);
});
