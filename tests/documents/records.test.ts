import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { addendumSnapshot, evidenceSince } from '../../shared/domain/pack/addendum/addendumFacts.ts';
import type { AddendumIdentity } from '../../shared/domain/pack/packIdentity.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { recordSnapshot } from '../../shared/domain/pack/record/recordFacts.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { attachmentsOf, makeOther, someHash, textOf } from './otherFiles.ts';
import { scratchFolder, verify } from './packs.ts';
import { linesSaid } from './said.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();
const issued = { reference: 'SEC-GL 2026-06 · 1', asOf: calendarDate('2026-04-20'), sha256: someHash };

function recordOf(whole: PackSnapshot): PackSnapshot {
  const [decision] = whole.facts.decisions;
  if (!decision) throw new Error('no decision');
  const document = {
    kind: 'decision',
    body: 'CSC',
    on: decision.on,
    pack: { ...issued, manifestSha256: someHash },
  } as const;
  const identity = { ...whole.identity, reference: 'CSC decision 2026-05-01', final: true, document };
  return { ...whole, ...recordSnapshot(whole, decision), identity };
}

const decided = (outcome: string, wording = 'The CSC agreed that the release goes live.') =>
  sampleFacts({
    submissions: [{ on: '2026-04-22', meeting: '2026-05-01', presentedBy: ['SECAS', 'DCC'] }],
    decisions: [{ body: 'CSC', on: '2026-05-01', outcome, wording, dissent: 'One member dissented.' }],
  });

describe('the decision record', () => {
  it('tells on one page what was asked and decided, under which conditions and on which pack', async () => {
    const { file, made } = await makeOther(folder, 'record', decided('go with conditions'), recordOf);
    const [page = ''] = await textOf(file);
    expect(made.pages).toBe(1);
    for (const words of [
      'Decision of the CSC, 1 May 2026',
      'goes live on 25 June 2026, subject to conditions 1 and 2 of this pack',
      'Go with conditions',
      'The CSC agreed that the release goes live.',
      'One member dissented.',
      'Severity 2 issues TI-114 and TI-131 closed and retested.',
      '30 days after Go-Live (25 July 2026)',
      'SEC-GL 2026-06 · 1',
      someHash,
      'SECAS and DCC',
    ])
      expect(page.replace(/\s+/g, ' ')).toContain(words);
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
    expect([...(await attachmentsOf(file)).keys()].sort()).toEqual(['manifest.json', 'snapshot.json']);
  });

  it('says which parts were to go live when, and what was not', () => {
    const facts = decided('go');
    const parts = [
      { what: 'North', date: '2026-06-25' },
      { what: null, date: '2026-07-05' },
      { what: 'Wales', date: null },
    ];
    const goLive = { ...facts.release.goLive, parts };
    const notLive = [{ modification: 'MP150', what: 'billing', until: null }];
    const whole = packSnapshotOf(factsWith({ ...facts, release: { ...facts.release, goLive, notLive } } as never));
    const lines = linesSaid(recordOf(whole)).join('\n');
    expect(lines).toContain(
      'going live in 3 parts: North 25 June 2026; a part without a name 5 July 2026; Wales (no date yet)',
    );
    expect(lines).toMatch(/Not live after it: .*MP150/);
  });

  it('tells after a “not yet” what is still to come, still on one page', async () => {
    const { file, made } = await makeOther(folder, 'notYet', decided('not yet'), recordOf);
    const [page = ''] = await textOf(file);
    expect(made.pages).toBe(1);
    expect(page).toContain('What is still to come');
    expect(page).toContain('28 May 2026');
    expect(page).toContain('AC-11: not met (§5.3).');
  });

  it('says of a condition of an earlier decision which one set it', async () => {
    const taken = (on: string, outcome: string) => ({ body: 'CSC', on, outcome, wording: 'As minuted.' });
    const facts = sampleFacts({ decisions: [taken('2026-05-01', 'go'), taken('2026-04-25', 'go with conditions')] });
    const { file } = await makeOther(folder, 'earlier', facts, recordOf);
    const text = (await textOf(file)).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('set by the decision of 25 April 2026');
    expect(text).toContain('Decision of the CSC, 1 May 2026');
    expect(text).not.toContain('Go with conditions');
  });

  it('never cuts the wording, however long', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const { file, made } = await makeOther(folder, 'long', decided('go', words), recordOf);
    expect(made.pages).toBeGreaterThan(1);
    expect((await textOf(file)).join(' ')).toContain('word899');
  });
});

describe('an addendum', () => {
  it('names the final it adds to, the evidence added since and what moved, and holds that evidence only', async () => {
    const shape = (whole: PackSnapshot): PackSnapshot => {
      const before = { ...whole.facts, evidence: whole.facts.evidence.filter((one) => one.version < 2) };
      const keys = evidenceSince(before, whole.facts, whole.asOf);
      expect(keys).toEqual(['EV-003@2']);
      const document: AddendumIdentity = {
        kind: 'addendum',
        to: issued,
        evidence: [...keys],
        moved: ['AC-07 is met now.'],
      };
      const reference = 'SEC-GL 2026-06 · 1, addendum 1';
      return {
        ...whole,
        ...addendumSnapshot(whole, keys),
        identity: { ...whole.identity, reference, final: true, document },
      };
    };
    const { file, made } = await makeOther(folder, 'addendum', sampleFacts(), shape);
    const text = (await textOf(file)).join('\n').replace(/\s+/g, ' ');
    expect(made.pages).toBeLessThanOrEqual(2);
    for (const words of ['Addendum to SEC-GL 2026-06 · 1', someHash, 'EV-003@2', 'AC-07 is met now.'])
      expect(text).toContain(words);
    const names = [...(await attachmentsOf(file)).keys()];
    expect(names.filter((name) => name.startsWith('EV-'))).toEqual(['EV-003@2 issues.csv']);
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});
