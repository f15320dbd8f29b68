import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../shared/contract/engineMethods.ts';
import { type CalendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { textOf } from '../documents/otherFiles.ts';
import { bothSides, name } from '../exchange/sides.ts';
import { testEngine } from '../support/engine.ts';

type Sides = Awaited<ReturnType<typeof bothSides>>;
type Side = Sides['secas'];

/** Both hold the release with a submission of the day, and nobody has signed. */
async function withSubmission() {
  const sides = await bothSides();
  const fields = { on: '2026-05-01', presentedBy: ['SECAS', 'DCC'] };
  await sides.secas.does('record.create', { asOf: null, releaseId: sides.id, kind: 'submission', fields });
  await sides.dcc.take((await sides.secas.send('submission.golive')).file);
  return sides;
}

const sign = (side: Side) => side.does('submission.sign', { release: name, submission: null, asOf: null });

async function issued(side: Side, file: string): Promise<OutputOf<'pack.verify'>> {
  const out = join(side.folder, file);
  const order = { release: name, out, asOf: null, final: true, acceptBlockers: 'For a test.' };
  await side.does('pack.export', order);
  return side.does('pack.verify', { file: out });
}

const signedBy = async (side: Side) => {
  const { facts } = await side.does('release.open', { release: name, asOf: null });
  return facts.submissions[0]?.signatures?.map(({ organisation }) => organisation) ?? [];
};

const outcome = async (side: Side) => (await side.findings()).find(({ rule }) => rule === 'submission.signed')?.outcome;

describe('the signatures of both sides', () => {
  it('are on the same facts in both stores, travel, and stand in the final with both names', async () => {
    const { secas, dcc } = await withSubmission();
    expect(await outcome(dcc)).toBe('notMet');
    const theirs = await sign(dcc);
    await secas.take((await dcc.send('signed.golive')).file);
    const ours = await sign(secas);
    expect(ours.signed.factsSha256).toBe(theirs.signed.factsSha256);
    expect(ours.signed.key).not.toBe(theirs.signed.key);
    expect(await outcome(secas)).toBe('met');
    const verified = await issued(secas, 'final.pdf');
    expect(verified).toMatchObject({ ok: true, pages: 'checked' });
    expect(verified.signatures.map(({ by, state, changed }) => [by, state, changed]).sort()).toEqual([
      ['Ada Byron', 'these facts', []],
      ['Bo Test', 'these facts', []],
    ]);
    expect(verified.signatures.map(({ fingerprint }) => fingerprint)).toContain(theirs.signed.fingerprint);
  });

  it('say exactly what was changed after them', async () => {
    const { secas, dcc } = await withSubmission();
    await sign(dcc);
    await secas.take((await dcc.send('signed.golive')).file);
    await sign(secas);
    await dcc.take((await secas.send('both.golive')).file);
    await dcc.edit({ selfStatus: 'inProgress' });
    await secas.take((await dcc.send('changed.golive')).file);
    expect(await outcome(secas)).toBe('notMet');
    for (const side of [secas, dcc]) {
      const { ok, signatures } = await issued(side, 'changed.pdf');
      expect(ok).toBe(true);
      expect(signatures.map(({ organisation, state }) => [organisation, state]).sort()).toEqual([
        ['DCC', 'other facts'],
        ['SECAS', 'other facts'],
      ]);
      for (const { changed } of signatures) {
        expect(changed).toHaveLength(1);
        expect(changed[0]).toMatch(/^AC-01: moved from .* to in progress\.$/);
      }
    }
    const again = await sign(dcc);
    expect(await signedBy(dcc)).toHaveLength(2);
    expect(
      (await issued(dcc, 'again.pdf')).signatures.map(({ organisation, state }) => [organisation, state]),
    ).toContainEqual(['DCC', 'these facts']);
    await dcc.does('record.undo', { entry: again.entry, through: again.through, asOf: null });
    expect(await outcome(dcc)).toBe('notMet');
  });

  it('both stand where the sides sign apart, without anybody choosing', async () => {
    const { secas, dcc } = await withSubmission();
    await sign(dcc);
    await sign(secas);
    const [fromDcc, fromSecas] = [await dcc.send('apart.golive'), await secas.send('apart.golive')];
    const { plan } = await secas.take(fromDcc.file);
    expect(plan.conflicts).toEqual([]);
    await dcc.take(fromSecas.file);
    for (const side of [secas, dcc]) {
      expect(await signedBy(side)).toEqual(['DCC', 'SECAS']);
      expect(await outcome(side)).toBe('met');
      expect((await side.does('store.check', {})).ok).toBe(true);
    }
  });

  it('are each side’s own: nobody else signs, and no side for the other', async () => {
    const { secas } = await withSubmission();
    const input = { release: name, submission: null, asOf: null };
    const { facts } = await secas.does('release.open', { release: name, asOf: null });
    secas.engine.close();
    for (const actor of [{ name: 'Eve', organisation: 'Ofgem' }, null]) {
      const other = testEngine(secas.store, { actor });
      expect(await other.refuses('submission.sign', input)).toMatchObject({ kind: 'notAllowed' });
      other.engine.close();
    }
    const again = testEngine(secas.store, { actor: { name: 'Ada Byron', organisation: 'SECAS' } });
    const { signed } = await again.does('submission.sign', input);
    const { fingerprint: _fingerprint, ...entry } = signed;
    const forged = { signatures: [{ ...entry, organisation: 'DCC' }] };
    const id = facts.submissions[0]?.id ?? '';
    const refused = await again.refuses('record.edit', { asOf: null, kind: 'submission', id, fields: forged });
    expect(refused.message).toContain('hat the DCC signs is signed by the DCC');
    expect(await again.refuses('submission.sign', { ...input, submission: 2 })).toMatchObject({ kind: 'notFound' });
  });

  it('are under what was shown: not another day, and not what changed since', async () => {
    const { secas } = await withSubmission();
    const input = { release: name, submission: null, asOf: null };
    const shownOn = async (asOf: CalendarDate | null) =>
      (await secas.does('pack.preview', { release: name, asOf })).shown;
    const shown = await shownOn(null);
    const earlier = await shownOn(plusDays(shown.asOf, -1));
    expect(await secas.refuses('submission.sign', { ...input, shown: earlier })).toMatchObject({ kind: 'conflict' });
    await secas.edit({ text: 'Another wording' });
    const refused = await secas.refuses('submission.sign', { ...input, shown });
    expect(refused.message).toContain('were changed since they were shown');
    expect(await signedBy(secas)).toEqual([]);
    const now = await shownOn(null);
    const { signed } = await secas.does('submission.sign', { ...input, shown: now });
    expect(signed.factsSha256).toBe(now.factsSha256);
    expect(await signedBy(secas)).toEqual(['SECAS']);
  });

  it('by one store’s key for both sides are told as that in the finding, the pack and its verification', async () => {
    const { secas } = await withSubmission();
    const { signed: ours } = await sign(secas);
    const lent = testEngine(secas.store, { actor: { name: 'Bo Test', organisation: 'DCC' } });
    const theirs = await lent.does('submission.sign', { release: name, submission: null, asOf: null });
    lent.engine.close();
    expect(theirs.signed.key).toBe(ours.key);
    expect(theirs.alsoSignedFor).toEqual(['SECAS']);
    expect(await outcome(secas)).toBe('cannotTell');
    const { signatures } = await issued(secas, 'lent.pdf');
    expect(signatures.map(({ organisation, alsoSignedFor }) => [organisation, alsoSignedFor]).sort()).toEqual([
      ['DCC', ['SECAS']],
      ['SECAS', ['DCC']],
    ]);
    const told = secas.cli('pack', 'verify', join(secas.folder, 'lent.pdf'));
    expect(told.out).toContain('The same key signed for SECAS too, and a key is one store’s');
    const printed = (await textOf(join(secas.folder, 'lent.pdf'))).join(' ').replace(/\s+/g, ' ');
    expect(printed).toContain('The same key signed for the DCC too, and a key is one store’s');
    expect(secas.cli('submission', 'sign', name).out).toContain('The same key signed for the DCC too');
  });

  it('are told as broken where the key that they name did not make them', async () => {
    const { secas } = await withSubmission();
    const { signed } = await sign(secas);
    const { facts } = await secas.does('release.open', { release: name, asOf: null });
    const { fingerprint: _fingerprint, ...entry } = signed;
    const signature = `${entry.signature.startsWith('A') ? 'B' : 'A'}${entry.signature.slice(1)}`;
    const fields = { signatures: [{ ...entry, signature }] };
    await secas.does('record.edit', { asOf: null, kind: 'submission', id: facts.submissions[0]?.id ?? '', fields });
    expect(await outcome(secas)).toBe('notMet');
    const verified = await issued(secas, 'broken.pdf');
    expect(verified).toMatchObject({
      ok: false,
      problems: [{ part: 'signature:SECAS' }],
      signatures: [{ state: 'broken', changed: [] }],
    });
    await sign(secas);
    expect((await issued(secas, 'mended.pdf')).signatures).toMatchObject([{ state: 'these facts' }]);
  });

  it('signs once what is signed already, and reads as scripts need it', async () => {
    const { secas } = await withSubmission();
    const first = await sign(secas);
    const second = await sign(secas);
    expect(second).toMatchObject({ entry: 0, signed: first.signed });
    const told = secas.cli('submission', 'sign', name, '--submission', '1');
    expect([told.code, told.out]).toMatchObject([0, expect.stringContaining('Signed for SECAS by Ada Byron')]);
    expect(secas.cli('submission', 'sign', name, '--submission', 'x').code).toBe(2);
  });
});
