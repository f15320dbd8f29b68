import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicEdition } from '../../shared/domain/pack/editions/publicEdition.ts';
import { isPublicMark } from '../../shared/domain/pack/editions/publicMarks.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { packSnapshotOf } from './fixtures.ts';
import { attachmentsOf, makeOther, textOf } from './otherFiles.ts';
import { scratchFolder, verify } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();

/** Words that must not be anywhere in the public edition, in any place where people type. */
const secrets = [
  'Zephyrine Quillfeather',
  'Balthasar Umbrawick',
  'Ottoline',
  'secretnote',
  'secretfile',
  'secretbody',
  'Grimsby Power',
];

function secretive() {
  const facts = sampleFacts();
  const criteria = facts.criteria.map((one, index) =>
    index === 0
      ? {
          ...one,
          rationale: 'Shown by tests; zephyrine quillfeather will tell more.',
          opinion: {
            by: 'Ottoline Farnsworth',
            status: 'met' as const,
            on: null,
            text: 'Agreed with Zephyrine Quillfeather.',
          },
          justifiedGap: { by: 'Balthasar Umbrawick, SECAS', on: null, reason: 'Balthasar Umbrawick accepts it.' },
        }
      : one,
  );
  const evidence = facts.evidence.map((one) => ({
    ...one,
    statusBy: 'Zephyrine Quillfeather',
    statusReason: 'secretnote',
    classification: one.reference === 'EV-005' ? 'TLP:CLEAR' : 'TLP:AMBER',
    file: one.file && (one.reference === 'EV-005' ? one.file : `secretfile-${one.file}`),
  }));
  return sampleFacts({
    criteria,
    evidence,
    rid: {
      ...facts.rid,
      comments: [{ party: 'Grimsby Power', on: '2026-02-02', comment: 'secretnote', response: 'secretnote' }],
    },
    submissions: facts.submissions.map((one) => ({
      ...one,
      signedOff: [{ organisation: 'DCC', by: 'Zephyrine Quillfeather', on: null }],
    })),
    risks: [{ title: 'Zephyrine Quillfeather leaves', owner: 'Zephyrine Quillfeather', level: 'high' }],
  });
}

describe('the public edition', () => {
  let file: string;
  let whole: PackSnapshot;
  let snapshot: PackSnapshot;

  beforeAll(async () => {
    const contentOf = (key: string) => Buffer.from(key === 'EV-005@1' ? 'public words' : `secretbody of ${key}`);
    ({ file, whole, snapshot } = await makeOther(
      folder,
      'public',
      secretive(),
      publicEdition,
      {
        edition: 'public',
        previous: {
          reference: 'SEC-GL 2026-06 · 1',
          asOf: '2026-04-01' as never,
          sha256: '0'.repeat(64),
          changes: ['Zephyrine Quillfeather was added.'],
        },
      },
      contentOf,
    ));
  });

  it('lets nothing of what it leaves out out: neither on its pages nor in its attachments nor in the raw file', async () => {
    const attachments = [...(await attachmentsOf(file)).values()].map((one) => Buffer.from(one).toString('utf8'));
    const all = [...(await textOf(file)), ...attachments, readFileSync(file, 'latin1')].join('\n').toLowerCase();
    for (const secret of secrets) expect(all, secret).not.toContain(secret.toLowerCase());
    expect(attachments).toContain('public words');
  });

  it('leaves every verdict as it is', () => {
    const verdicts = (of: PackSnapshot['readiness']) =>
      of.findings.map(({ rule, subject, outcome, severity, slackDays }) => ({
        rule,
        subject: subject?.replace('Grimsby Power', '[a Party]') ?? null,
        outcome,
        severity,
        slackDays,
      }));
    expect(verdicts(snapshot.readiness)).toEqual(verdicts(whole.readiness));
    expect(verdicts(computeReadiness(snapshot))).toEqual(verdicts(whole.readiness));
    expect(snapshot.facts.criteria.map((one) => [one.text, one.selfStatus, one.bodies])).toEqual(
      whole.facts.criteria.map((one) => [one.text, one.selfStatus, one.bodies]),
    );
    expect(snapshot.facts.views.map((one) => one.wording)).toEqual(whole.facts.views.map((one) => one.wording));
  });

  it('names every omission in a section of its own, and counts them in the manifest', async () => {
    const leftOut = snapshot.identity.leftOut ?? [];
    const records = leftOut.map((one) => `${one.record} ${one.what}`).join('\n');
    for (const key of ['EV-001@1', 'EV-002@1', 'EV-003@2']) expect(records).toContain(`evidence:${key} Its file`);
    expect(records).not.toContain('evidence:EV-005@1 Its file');
    expect(records).toContain('criterion:AC-01 The name of who gave another opinion');
    expect(records).toContain('ridComment:[a Party] 2026-02-02');
    expect(records).toContain('release The mark of the full edition.');
    const pages = (await textOf(file)).join('\n');
    expect(pages).toContain('What this edition leaves out');
    expect(pages).toContain('Classification: TLP:CLEAR');
    const { length } = snapshot.facts.evidence;
    expect(pages.replace(/\s+/g, ' ')).toContain(`Of ${length} items 1 has its file attached to this PDF`);
    const manifest = JSON.parse(Buffer.from((await attachmentsOf(file)).get('manifest.json') ?? []).toString());
    expect(manifest.pack).toMatchObject({ edition: 'public', leftOut: leftOut.length });
    expect(manifest.parts.find((one: { part: string }) => one.part === 'evidence:EV-001@1').file).toMatchObject({
      attachment: null,
      absent: 'notPublic',
      sha256: whole.facts.evidence.find((one) => one.reference === 'EV-001')?.sha256,
    });
  });

  it('is verified to the byte like any pack', async () => {
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });

  it('puts the organisation in the place of a person, and leaves an organisation alone', () => {
    const [first] = snapshot.facts.criteria;
    expect(first?.owner).toBe('DCC');
    expect(first?.justifiedGap).toMatchObject({ by: '[SECAS]', reason: '[SECAS] accepts it.' });
    expect(first?.opinion).toMatchObject({ by: '[a named person]', text: 'Agreed with [DCC].' });
    expect(snapshot.facts.submissions[0]?.signedOff?.[0]?.by).toBe('[DCC]');
  });

  it('says so where there was nothing to leave out', () => {
    const bare = packSnapshotOf(
      sampleFacts({ evidence: [], rid: {}, risks: [], submissions: [], release: { classification: 'TLP:CLEAR' } }),
      '2026-05-01',
      { edition: 'public' },
    );
    expect(publicEdition(bare).identity.leftOut).toEqual([]);
  });

  it('takes only the most open mark for public', () => {
    for (const mark of ['TLP:CLEAR', 'tlp: white', 'Public', ' clear ']) expect(isPublicMark(mark)).toBe(true);
    for (const mark of ['TLP:GREEN', 'Internal', 'Not public', '', null]) expect(isPublicMark(mark)).toBe(false);
  });
});
