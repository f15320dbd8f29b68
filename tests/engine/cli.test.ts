import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { golive, withFile, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'November 2021 SEC Release';

describe('golive calendar', () => {
  it('gives the three slots of 2026 with their lead times, the Christmas trap included', () => {
    const { slots } = golive('unused', '--json', 'calendar', '2026').json() as { slots: Record<string, never>[] };
    expect(slots.map((slot) => [slot.slot, slot.kind, slot.ruleDate])).toEqual([
      ['2026-02', 'documentation', '2026-02-26'],
      ['2026-06', 'system', '2026-06-25'],
      ['2026-11', 'system', '2026-11-05'],
    ]);
    expect(slots[1]).toMatchObject({
      leadTimes: {
        scopeSystem: '2025-06-25',
        tadToTag: '2025-09-25',
        scopeDocuments: '2025-12-25',
        tadPublished: '2025-12-25',
      },
      practical: { scopeDocuments: '2025-12-24', tadPublished: '2025-12-24' },
    });
    expect(existsSync('unused')).toBe(false);
  });
});

describe('golive readiness', () => {
  it('says how many days a TAD that was published on 27 December 2025 is short for June 2026', () => {
    const { store, file } = withFile({
      format: 'sec-golive/release',
      version: 1,
      release: { name: 'June 2026 SEC Release', kind: 'system', slot: '2026-06', impactsDccSystems: true },
      modifications: [{ reference: 'MP150', impacts: ['dccSystems'] }],
      tad: {
        versions: [
          { version: '1.0', issuedToTagOn: '2025-09-01', finalisedOn: '2025-12-20', publishedOn: '2025-12-27' },
        ],
      },
    });
    golive(store, 'release', 'import', file);
    const run = golive(store, '--json', 'readiness', 'June 2026 SEC Release', '--as-of', '2026-05-01');
    expect(run.code).toBe(0);
    const { findings } = run.json() as { findings: { rule: string }[] };
    expect(findings.find((finding) => finding.rule === 'tad.published-6-months')).toMatchObject({
      basis: 'guidance',
      clause: '§5.1',
      outcome: 'notMet',
      due: '2025-12-25',
      practicalDue: '2025-12-24',
      actual: '2025-12-27',
      slackDays: -2,
      sentence: 'The TAD was published on 27 December 2025, 2 days short of six months before Go-Live (§5.1).',
    });
  });

  it('sees only what had happened on the day it judges', () => {
    const { store } = withSample();
    const outcome = (asOf: string, rule: string) => {
      const { findings } = golive(store, '--json', 'readiness', name, '--as-of', asOf).json() as {
        findings: { rule: string; outcome: string }[];
      };
      return findings.filter((finding) => finding.rule === rule).map((finding) => finding.outcome);
    };
    expect(outcome('2021-01-28', 'tad.to-tag-9-months')).toEqual(['notDue']);
    expect(outcome('2021-01-29', 'tad.to-tag-9-months')).toEqual(['met']);
    expect(outcome('2021-05-04', 'tad.published-6-months')).toEqual(['notDue']);
    expect(outcome('2021-05-05', 'tad.published-6-months')).toEqual(['cannotTell']);
    expect(outcome('2021-05-06', 'tad.published-6-months')).toEqual(['notMet']);
  });
});

describe('golive pack', () => {
  it('makes the same bytes twice, holds every reference and file, verifies, and names the attachment that was changed', () => {
    const { folder, store } = withSample();
    const exported = ['one.pdf', 'two.pdf'].map(
      (file) =>
        golive(
          store,
          '--json',
          'pack',
          'export',
          name,
          '--as-of',
          '2021-10-20',
          '--out',
          join(folder, file),
        ).json() as { sha256: string; final: boolean },
    );
    expect(exported[0]?.sha256).toBe(exported[1]?.sha256);
    expect(exported[0]?.final).toBe(false);
    const pack = join(folder, 'one.pdf');

    expect(execFileSync('qpdf', ['--check', pack], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
    const text = execFileSync('pdftotext', [pack, '-'], { encoding: 'utf8' });
    for (const word of [
      'SECMP0007',
      '4 November 2021',
      'AC-01',
      'AC-02',
      'AC-03',
      'AC-04',
      'AC-05',
      'AC-06',
      'AC-07',
      'Sample.',
    ])
      expect(text).toContain(word);
    const attached = execFileSync('pdfdetach', ['-list', pack], { encoding: 'utf8' });
    for (const file of [
      'snapshot.json',
      'manifest.json',
      'sit-exit-report-v1.pdf',
      'sit-exit-report-v2.pdf',
      'open-issues.csv',
      'uit-exit-report.pdf',
      'back-out-rehearsal.pdf',
      'service-desk-briefing.txt',
    ])
      expect(attached).toContain(file);

    const sound = golive(store, '--json', 'pack', 'verify', pack);
    expect([sound.code, sound.json()]).toEqual([0, { ok: true, pages: 'checked', problems: [], signatures: [] }]);

    const out = join(folder, 'extracted');
    expect(golive(store, 'pack', 'extract', pack, '--out', out).code).toBe(0);
    const issues = readdirSync(out).find((file) => file.endsWith('open-issues.csv')) ?? '';
    const changed = join(folder, 'changed.csv');
    writeFileSync(changed, readFileSync(join(out, issues), 'utf8').replace('Open', 'open'));
    const forged = join(folder, 'forged.pdf');
    execFileSync('qpdf', [
      pack,
      '--add-attachment',
      changed,
      `--key=${issues}`,
      `--filename=${issues}`,
      '--replace',
      '--',
      forged,
    ]);
    const broken = golive(store, '--json', 'pack', 'verify', forged);
    expect(broken.code).toBe(1);
    expect(broken.json()).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ part: 'evidence:EV-002@1' })]),
    });
  });

  it('refuses a reason for open blockers in a draft, which nobody issues', () => {
    const { folder, store } = withSample();
    const out = join(folder, 'draft.pdf');
    const asked = ['pack', 'export', name, '--accept-blockers', 'Because.', '--out', out];
    const refused = golive(store, '--json', ...asked);
    expect(refused.code).toBe(2);
    expect(refused.json()).toMatchObject({
      error: { kind: 'usage', message: expect.stringContaining('A draft is not issued') },
    });
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a final while a blocker is open and writes nothing; with a reason it is numbered, registered and kept', () => {
    const { folder, store } = withSample();
    const out = join(folder, 'final.pdf');
    const refused = golive(store, '--json', 'pack', 'export', name, '--as-of', '2021-10-20', '--final', '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ error: { kind: 'blocked' } });
    expect(existsSync(out)).toBe(false);

    const issued = golive(
      store,
      '--json',
      'pack',
      'export',
      name,
      '--as-of',
      '2021-10-20',
      '--final',
      '--accept-blockers',
      'The CSC asked for it as it stands.',
      '--out',
      out,
    );
    expect(issued.code).toBe(0);
    const { sha256 } = issued.json() as { sha256: string };
    expect(readFileSync(join(store, 'files', sha256.slice(0, 2), sha256)).equals(readFileSync(out))).toBe(true);
    expect(execFileSync('pdftotext', [out, '-'], { encoding: 'utf8' })).toContain('The CSC asked for it as it stands.');
    expect(golive(store, '--json', 'store', 'check').json()).toEqual({ ok: true, problems: [] });
  });

  it.each([
    ['a file that is not there', 'nowhere.pdf', 3],
    ['something that is not a PDF', 'text.pdf', 1],
  ])('verify says of %s what it is, and does not crash', (_what, file, code) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'text.pdf'), 'Dear Sir or Madam');
    const run = golive(folder, '--json', 'pack', 'verify', join(folder, file));
    expect(run.code).toBe(code);
    run.json();
  });
});

describe('golive pack compare', () => {
  it('names exactly what was changed between two packs, and nothing between a pack and itself', () => {
    const { folder, store } = withSample();
    const [before, after] = [join(folder, 'before.pdf'), join(folder, 'after.pdf')];
    golive(store, 'pack', 'export', name, '--as-of', '2021-10-20', '--out', before);
    const file = join(folder, 'changed.json');
    golive(store, 'release', 'export', name, '--out', file);
    const facts = JSON.parse(readFileSync(file, 'utf8'));
    facts.criteria[5].selfStatus = 'met';
    facts.release.goLive.latestPermittedDate = '2021-11-18';
    facts.testIssues.push({ reference: 'TI-200', phase: 'SIT', severity: 2, title: 'New', open: true });
    writeFileSync(file, JSON.stringify(facts));
    // Each side changes what is its own, and is told what it left to the other.
    const dcc = golive(store, '--as', 'Bo Test, DCC', '--json', 'release', 'import', file, '--replace');
    expect(dcc.code).toBe(1);
    expect(dcc.json()).toMatchObject({ leftOut: [`release:${name}#goLive.latestPermittedDate`] });
    expect(golive(store, 'release', 'import', file, '--replace').code).toBe(0);
    golive(store, 'pack', 'export', name, '--as-of', '2021-10-20', '--out', after);
    const { changes, findings } = golive(store, '--json', 'pack', 'compare', before, after).json() as {
      changes: { subject: string | null; sentence: string }[];
      findings: { sentence: string }[];
    };
    expect(changes.map((change) => change.subject).sort()).toEqual(['AC-06', 'TI-200', null].sort());
    expect(findings.map((finding) => finding.sentence).join(' ')).toContain('AC-02');
    expect(golive(store, '--json', 'pack', 'compare', after, after).json()).toEqual({
      notes: [],
      changes: [],
      findings: [],
    });
    const open = join(folder, 'public.pdf');
    golive(store, 'pack', 'export', name, '--as-of', '2021-10-20', '--edition', 'public', '--out', open);
    expect(golive(store, 'pack', 'compare', after, open).out).toBe(
      'The full edition and the public edition are compared by what is published of both.\nNothing changed.\n',
    );
  });
});
