import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/** One criterion that its owner has not finished, put to nobody yet: not due today, and missing in a final. */
async function withOpenCriterion() {
  const folder = scratchFolder();
  const { does, refuses } = testEngine(join(folder, 'store'));
  const created = await does('release.create', {
    name: 'June 2031 SEC Release',
    kind: 'system',
    slot: slotSchema.parse('2031-06'),
    adHocReason: null,
    approvedDate: null,
    onBehalf: true,
  });
  const releaseId = created.id;
  const fields = { reference: 'AC-01', text: 'It works.', owner: 'DCC', bodies: ['TAG'], selfStatus: 'inProgress' };
  await does('record.create', { asOf: null, releaseId, kind: 'criterion', fields, onBehalf: true });
  return { does, refuses, release: releaseId, out: join(folder, 'final.pdf') };
}

it('what holds up a final is what the final itself is judged by, and one reason answers for all of it', async () => {
  const { does, refuses, release, out } = await withOpenCriterion();
  const today = await does('readiness.compute', { release, asOf: null });
  const blockers = await does('pack.blockers', { release, asOf: null });
  expect(blockers.notMet).toBeGreaterThan(today.summary.blockers);
  expect(blockers.first.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringContaining('this is the final pack'),
  );
  const order = { release, out, asOf: null, final: true };
  const refused = await refuses('pack.export', { ...order, acceptBlockers: null });
  expect(refused).toMatchObject({
    kind: 'blocked',
    message: expect.stringContaining(`and ${blockers.notMet + blockers.cannotTell - 1} more`),
  });
  const reason = 'The CSC asked for it.';
  await does('pack.export', { ...order, acceptBlockers: reason });
  const { content } = await does('pack.inspect', { file: out });
  expect(content?.readiness.summary.blockers).toBe(blockers.notMet);
  expect(await does('pack.finals', { release })).toMatchObject([{ acceptedBlockers: reason }]);
});

it('one reason answers for what was in sight when it was given, and for nothing that came since', async () => {
  const { does, refuses, release, out } = await withOpenCriterion();
  const shown = await does('pack.blockers', { release, asOf: null });
  const order = { release, out, asOf: null, final: true, acceptBlockers: 'The CSC asked for it.' };
  const fields = { reference: 'AC-02', text: 'It is fast.', owner: 'DCC', bodies: ['TAG'], selfStatus: 'notMet' };
  await does('record.create', { asOf: null, releaseId: release, kind: 'criterion', fields, onBehalf: true });
  const refused = await refuses('pack.export', { ...order, shownBlockers: shown.sha256 });
  expect(refused).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/no longer what it was/) });
  expect(existsSync(out)).toBe(false);
  expect(await does('pack.finals', { release })).toEqual([]);
  const now = await does('pack.blockers', { release, asOf: null });
  expect(now.sha256).not.toBe(shown.sha256);
  await does('pack.export', { ...order, shownBlockers: now.sha256 });
  expect(await does('pack.finals', { release })).toHaveLength(1);
});
