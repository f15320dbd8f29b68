import { expect, it } from 'vitest';
import { entriesOf } from '../../shared/domain/catalogue/entries.ts';
import { pointedAt } from '../../shared/domain/catalogue/field.ts';
import { kinds, listKinds } from '../../shared/domain/catalogue/kinds.ts';
import { followAll, pointersAt, renamesOf } from '../../shared/domain/catalogue/pointers.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Desk, pair } from './desk.ts';

/** What names AC-07 and EV-001 in typed text, in every way that the catalogue knows. */
function nameEverywhere(side: Desk) {
  side.create('evidence', { reference: 'EV-001', title: `of ${side.storeId}`, criteria: ['AC-07'] });
  return {
    condition: side.create('condition', { text: 'c', source: { body: 'TAG', criterion: 'AC-07' } }),
    comment: side.create('comment', { text: 't', at: 'criterion:AC-07' }),
    onView: side.create('comment', { text: 'v', at: 'view:TAG/AC-07' }),
    onEvidence: side.create('comment', { text: 'e', at: 'evidence:EV-001@1' }),
    phase: side.create('testPhase', { name: side.storeId, exitReport: 'EV-001', workOffPlan: 'EV-001@1' }),
    view: side.create('view', { body: side.storeId, criterion: 'AC-07', saw: [{ evidence: 'EV-001@1' }] }),
  };
}

type Named = ReturnType<typeof nameEverywhere>;

async function named(side: Desk, ids: Named) {
  const field = async (list: string, id: string, name: string) => (await side.one(list, id))?.[name];
  return [
    ((await field('conditions', ids.condition, 'source')) as { criterion: string }).criterion,
    await field('comments', ids.comment, 'at'),
    await field('comments', ids.onView, 'at'),
    await field('comments', ids.onEvidence, 'at'),
    await field('testPhases', ids.phase, 'exitReport'),
    await field('testPhases', ids.phase, 'workOffPlan'),
    ((await field('views', ids.view, 'saw')) as { evidence: string }[])[0]?.evidence,
  ];
}

const as = (criterion: string, evidence: string) => [
  criterion,
  `criterion:${criterion}`,
  `view:TAG/${criterion}`,
  `evidence:${evidence}@1`,
  evidence,
  `${evidence}@1`,
  `${evidence}@1`,
];

it('two records of one name part at a merge, and everything that each side typed goes on naming its own', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  await dcc.take((await secas.send('1.golive')).file);
  secas.create('criterion', { reference: 'AC-07', text: 'SECAS’s' });
  dcc.create('criterion', { reference: 'AC-07', text: 'the DCC’s' });
  const [mine, theirs] = [nameEverywhere(secas), nameEverywhere(dcc)];
  const [toDcc, toSecas] = [await secas.send('2.golive'), await dcc.send('2.golive')];
  await secas.take(toSecas.file);
  await dcc.take(toDcc.file);
  await secas.take((await dcc.send('3.golive')).file);
  await dcc.take((await secas.send('3.golive')).file);
  const titles = await secas.does('release.open', { release: secas.release.id, asOf: null });
  const kept = titles.facts.evidence.find(({ reference }) => reference === 'EV-001');
  const isOurs = kept?.title === `of ${secas.storeId}`;
  const [ours, others] = isOurs ? ['EV-001', 'EV-001b'] : ['EV-001b', 'EV-001'];
  for (const side of [secas, dcc]) {
    expect(await named(side, mine)).toEqual(as('AC-07', ours as string));
    expect(await named(side, theirs)).toEqual(as('AC-07b', others as string));
  }
  expect(await dcc.facts()).toEqual(await secas.facts());
});

it('a rename by hand takes the same along', async () => {
  const { secas } = await pair(scratchFolder());
  const criterion = secas.create('criterion', { reference: 'AC-07', text: 'x' });
  const ids = nameEverywhere(secas);
  secas.edit('criterion', criterion, { reference: 'AC-70' });
  const { facts } = await secas.does('release.open', { release: secas.release.id, asOf: null });
  secas.edit('evidence', facts.evidence[0]?.id ?? '', { reference: 'EV-100' });
  expect(await named(secas, ids)).toEqual(as('AC-70', 'EV-100'));
  expect(await secas.isClean()).toBe(true);
});

it('a reference without its version stays where another version still has it', async () => {
  const { secas } = await pair(scratchFolder());
  const first = secas.create('evidence', { reference: 'EV-001', version: 1 });
  secas.create('evidence', { reference: 'EV-001', version: 2 });
  const phase = secas.create('testPhase', { name: 'SIT', exitReport: 'EV-001' });
  secas.edit('evidence', first, { reference: 'EV-009' });
  expect((await secas.one('testPhases', phase))?.exitReport).toBe('EV-001');
});

it.each(pointedAt)('every field of the catalogue that points at a %s follows its name', (target) => {
  const before = { reference: 'A', version: 1, part: null };
  const renames = renamesOf(target, before, { ...before, reference: 'B' }, () => false);
  const declared = listKinds.flatMap((kind) =>
    entriesOf(kind).flatMap(({ name, facts, parts }) =>
      [facts, ...parts.map((part) => part.facts)]
        .filter(({ pointsAt }) => pointsAt === target || pointsAt === 'record')
        .map(({ pointsAt }) => ({
          kind,
          name,
          pointsAt,
          parts: parts.filter(({ facts: one }) => one.pointsAt === target),
        })),
    ),
  );
  expect(declared.length).toBeGreaterThan(1);
  const [was, is] = [before, { ...before, reference: 'B' }].map((fields) => kinds[target].key(fields as never));
  for (const { kind, name, pointsAt, parts } of declared) {
    const wrap = (key: string | undefined) => {
      const text = pointsAt === 'record' ? `${target}:${key}` : key;
      const [part] = parts;
      return part ? { [part.name]: text } : text;
    };
    const followed = pointersAt[target]
      .filter((pointer) => pointer.kind === kind && pointer.field === name)
      .map((pointer) => followAll(pointer, wrap(was), renames));
    expect([`${kind}.${name}`, ...followed]).toContainEqual(wrap(is));
  }
});

it('a conflict is told of the record as it is called now', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  const criterion = secas.create('criterion', { reference: 'AC-07', text: 'x' });
  const view = secas.create('view', { body: 'TAG', criterion: 'AC-07', wording: 'Yes.' });
  await dcc.take((await secas.send('1.golive')).file);
  secas.edit('view', view, { wording: 'Yes, but.' });
  dcc.edit('view', view, { wording: 'No.' });
  await secas.take((await dcc.send('2.golive')).file);
  const open = async () => {
    const conflicts = await secas.does('exchange.conflicts', { releaseId: secas.release.id });
    return conflicts.filter(({ isOpen }) => isOpen).map(({ record, reason }) => [record, reason]);
  };
  const reason = expect.stringMatching(/^Both sides may write this field, so the later one, by .+ stands/);
  expect(await open()).toEqual([['view:TAG/AC-07', reason]]);
  secas.edit('criterion', criterion, { reference: 'AC-70' });
  expect(await open()).toEqual([['view:TAG/AC-70', reason]]);
});
