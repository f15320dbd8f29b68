import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPages } from '../../electron/documents/check/wordsOut.ts';
import { decisionDocument } from '../../electron/documents/definition/packDocument.ts';
import { exportPack } from '../../electron/documents/exportPack.ts';
import { loadFaces } from '../../electron/documents/fonts/faces.ts';
import { countPages } from '../../electron/documents/pdf/engine.ts';
import { buildDecisions, buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { type MadePack, makePack, quiet, scratchFolder, verify } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();

async function pagesOf(pack: MadePack): Promise<readonly string[]> {
  return readPages(new Uint8Array(readFileSync(pack.file)));
}

const joined = (pages: readonly string[]) =>
  pages
    .join('\n')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ');

describe('text that a layout engine chokes on', () => {
  it('prints a token of 60,000 characters whole', async () => {
    const token = 'abcdefghij'.repeat(6000);
    const pack = await makePack(
      folder,
      'token',
      factsWith({ criteria: [{ reference: 'AC-01', text: `Before ${token} after.`, rationale: token }] }),
    );
    const printed = (await pagesOf(pack))
      .slice(2)
      .join('')
      .replace(/[^a-j]/g, '');
    expect(printed).toContain('abcdefghij'.repeat(40));
  });

  it('prints a criterion of forty pages to its last word', async () => {
    const paragraphs = Array.from(
      { length: 700 },
      (_, index) =>
        `Paragraph ${index + 1} tells at some length what has to be shown before the release goes live, and word${index} is its mark.`,
    );
    const pack = await makePack(
      folder,
      'forty',
      factsWith({ criteria: [{ reference: 'AC-01', text: paragraphs.join('\n'), selfStatus: 'met' }] }),
    );
    const printed = joined(await pagesOf(pack));
    expect(pack.pages).toBeGreaterThan(25);
    expect(printed).toContain('word0 ');
    expect(printed).toContain('word699');
  });

  it('prints one line of 600 kilobytes to its last word', async () => {
    const text = `${Array.from({ length: 60_000 }, (_, index) => `w${index % 900}x`).join(' ')} last`;
    const pack = await makePack(
      folder,
      'line',
      factsWith({ criteria: [{ reference: 'AC-01', text: 'x', rationale: text }] }),
    );
    expect(joined(await pagesOf(pack))).toMatch(/w599x last/);
  });

  it('shows characters without a glyph by their number, and says so', async () => {
    const text =
      'Smile 😀, 発電, שלום, bell \u0007, turned \u202eright\u202c, tick ✅, cross ✖, half ◐, soft\u00adhyphen, Ελλάδα, Ж, x → y ≥ z';
    const pack = await makePack(folder, 'glyphs', factsWith({ criteria: [{ reference: 'AC-01', text }] }));
    const printed = joined(await pagesOf(pack));
    expect(printed).toContain('Smile [U+1F600], [U+767A][U+96FB],');
    expect(printed).toContain(
      'bell [U+0007], turned [U+202E]right[U+202C], tick ✓, cross ✕, half ◐, softhyphen, Ελλάδα, Ж, x → y ≥ z',
    );
    expect(pack.notes.join()).toMatch(/characters have no shape/);
    expect(printed).toContain('have no shape in this document’s typeface');
  });

  it('names record, field and what to do where half of a character is left', async () => {
    const snapshot = packSnapshotOf(factsWith({ criteria: [{ reference: 'AC-01', text: 'One' }] }));
    const criteria = snapshot.facts.criteria.map((one) => ({ ...one, rationale: 'a\ud800b' }));
    const broken = { ...snapshot, facts: { ...snapshot.facts, criteria } };
    const made = await exportPack({ snapshot: broken, evidence: [], out: join(folder, 'half.pdf') }, quiet);
    expect(made).toMatchObject({ ok: false, error: { kind: 'renderFailed', where: 'Criterion AC-01' } });
    expect(made.ok === false && made.error.message).toBe(
      'The pack was not made: Criterion AC-01, Rationale: "a\\ud800b" holds half of a character (a lone surrogate); type it again.',
    );
  });

  it('keeps every record when references, names and bodies are odd', async () => {
    const odd = 'AC/(1) [x] & <b>"é"</b> \\ 100%';
    const facts = factsWith({
      release: { name: 'Release & <co> “é”', slot: '2026-06', classification: 'OFFICIAL-SENSITIVE' },
      criteria: [
        { reference: odd, text: 'Odd', bodies: ['length', '__proto__', 'A body with a very long name indeed'] },
        { reference: 'constructor', text: 'Named as a method' },
      ],
      evidence: [
        { reference: 'EV/1', title: 'Odd', criteria: [odd], status: 'accepted', file: 'a:b*c?.pdf' },
        {
          reference: 'EV/1',
          version: 2,
          title: 'Odd',
          criteria: [odd, 'missing'],
          status: 'accepted',
          file: 'été 発.pdf',
        },
      ],
      views: [{ body: '__proto__', criterion: odd, position: 'doesNotSupport', on: '2026-04-01', wording: 'No' }],
    });
    const pack = await makePack(folder, 'odd', facts);
    const printed = joined(await pagesOf(pack));
    expect(printed).toContain('AC/(1) [x] & <b>"é"</b> \\ 100%');
    expect(printed).toContain('Classification: OFFICIAL-SENSITIVE');
    expect(await verify(pack.file)).toMatchObject({ ok: true, pages: 'checked' });
  });
});

describe('the decision page', () => {
  const long = 'A very long statement that goes on and on, with WWWWWWWWWW wide words and more of them, '.repeat(30);
  const criteria = Array.from({ length: 200 }, (_, index) => ({
    reference: `AC-${index + 1}`,
    text: `What number ${index + 1} asks for is shown.`,
    owner: 'DCC',
    bodies: ['TAG'],
    selfStatus: index < 60 ? ('notMet' as const) : ('inProgress' as const),
  }));

  it('is one page with 200 criteria and 60 exceptions, and counts what it leaves out', async () => {
    const views = Array.from({ length: 40 }, (_, index) => ({
      body: 'TAG',
      criterion: `AC-${index + 1}`,
      position: 'doesNotSupport' as const,
      on: '2026-04-01',
      wording: long.slice(0, 300),
    }));
    const conditions = Array.from({ length: 30 }, () => ({ text: long.slice(0, 200), owner: 'DCC' }));
    const name = `The ${'Extraordinarily Long '.repeat(20)}SEC Release`;
    const pack = await makePack(folder, 'crowded', sampleFacts({ release: { name }, criteria, views, conditions }));
    const pages = await pagesOf(pack);
    const at = pages.findIndex((page) => page.includes('Facts manifest SHA-256'));
    const decision = joined([pages[at] ?? '']);
    expect(decision).toContain('go live on Thursday 25 June 2026?');
    expect(joined([pages[at + 1] ?? ''])).toContain('Release and dates');
    expect(decision).toContain('60 ✕ not met');
    expect(decision).toMatch(/more objections?, 40 in all/);
    expect(decision).toMatch(/and 2\d more/);
    expect(decision).toMatch(/60 criteria [a-z ]+: AC-1, AC-2, AC-3, AC-4 and 56 more/);
  });

  it('is one page with every text as long as can be', async () => {
    const facts = sampleFacts({
      release: {
        name: long,
        userImpact: long,
        about: long,
        goLive: {
          approvedDate: '2026-06-25',
          parts: Array.from({ length: 9 }, (_, index) => ({ what: long, date: `2026-06-2${index}` })),
        },
        ifNotGo: { consequence: long, lastMomentToStop: long },
        notLive: Array.from({ length: 12 }, () => ({ modification: long, what: long, until: long })),
      },
      recommendation: { wording: long, secas: long, dcc: long },
      criteria: criteria.map((criterion) => ({
        ...criterion,
        text: long,
        bodies: ['TAG', 'OPSG', 'SSC', 'TABASC', 'SMKI PMA', long],
      })),
      conditions: Array.from({ length: 30 }, () => ({
        text: long,
        owner: long,
        due: { when: 'beforeGoLive' as const },
      })),
      risks: Array.from({ length: 30 }, () => ({ title: long, level: long, impact: long })),
      views: criteria.map(({ reference }) => ({
        body: long,
        criterion: reference,
        position: 'doesNotSupport' as const,
        on: '2026-04-01',
        wording: long,
      })),
      testIssues: Array.from({ length: 90 }, (_, index) => ({
        reference: `TI-${index}`,
        severity: (index % 9) + 1,
        open: true,
      })),
      issueThresholds: Array.from({ length: 9 }, (_, index) => ({ severity: index + 1, maximumOpen: 0, source: long })),
    });
    const snapshot = packSnapshotOf(facts);
    const model = buildPackModel(snapshot);
    const faces = loadFaces();
    const counts = await Promise.all(
      buildDecisions(snapshot).map(({ decision }) =>
        countPages(decisionDocument({ ...model, decision }, faces).definition, faces),
      ),
    );
    expect(counts[counts.length - 1]).toBe(1);
  });
});
