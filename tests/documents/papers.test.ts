import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { buildDocument } from '../../shared/domain/pack/buildPackModel.ts';
import { packContextOf, unsealed } from '../../shared/domain/pack/packContext.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { criteriaOfBody, paperSnapshot } from '../../shared/domain/pack/paper/paperFacts.ts';
import { paperStamp } from '../../shared/domain/pack/paper/paperStamp.ts';
import { sinceSeen } from '../../shared/domain/pack/paper/sinceSeen.ts';
import { packSnapshotOf } from './fixtures.ts';
import { attachmentsOf, makeOther, someHash, textOf } from './otherFiles.ts';
import { scratchFolder, verify } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();

function paperOf(whole: PackSnapshot, body = 'TAG'): PackSnapshot {
  return {
    ...whole,
    ...paperSnapshot(whole, body),
    identity: {
      ...whole.identity,
      reference: `${body} paper 2026-05-12`,
      final: true,
      document: {
        kind: 'paper',
        body,
        meeting: calendarDate('2026-05-12'),
        last: { reference: `${body} paper 2026-04-15`, asOf: calendarDate('2026-04-08'), sha256: someHash },
        changes: ['EV-003: version 2 was added and replaces the one before.'],
      },
    },
  };
}

describe('the paper for one body’s meeting', () => {
  let file: string;
  let pages: readonly string[];
  let snapshot: PackSnapshot;

  beforeAll(async () => {
    ({ file, snapshot } = await makeOther(folder, 'paper', sampleFacts(), paperOf));
    pages = await textOf(file);
  });

  it('says on its face whose meeting it is for and what is asked, and is no draft', () => {
    expect(pages[0]).toContain('Paper for the TAG meeting of 12 May 2026');
    expect(pages[0]).toContain('The TAG is asked for its view on 7 acceptance criteria');
    expect(pages[0]).toContain('Classification: TLP:GREEN');
    expect(pages.join('\n')).not.toContain('Draft · as of');
  });

  it('holds the body’s criteria, their evidence and its own views, and nothing else of the release', async () => {
    const { facts, readiness } = snapshot;
    const references = facts.criteria.map((one) => one.reference);
    expect(references).toEqual(['AC-01', 'AC-02', 'AC-03', 'AC-07', 'AC-09', 'AC-10', 'AC-11']);
    expect(new Set(facts.views.map((view) => view.body))).toEqual(new Set(['TAG']));
    expect([facts.risks, facts.submissions, facts.rid.comments, facts.conditions]).toEqual([[], [], [], []]);
    expect(facts.recommendation.wording).toBeNull();
    expect(readiness.findings.every((one) => one.subject?.includes('AC-'))).toBe(true);
    const names = [...(await attachmentsOf(file)).keys()];
    expect(names.filter((name) => name.startsWith('EV-'))).toEqual([
      expect.stringContaining('EV-001@1'),
      expect.stringContaining('EV-002@1'),
      expect.stringContaining('EV-003@1'),
      expect.stringContaining('EV-003@2'),
      expect.stringContaining('EV-006@1'),
    ]);
  });

  it('is verified like a pack, to the byte', async () => {
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });

  it('tells what changed since the body last saw each criterion', () => {
    const context = packContextOf(snapshot, unsealed);
    const told = Object.fromEntries(
      snapshot.facts.criteria.map((one) => [one.reference, sinceSeen(context, 'TAG', one).state]),
    );
    expect(told).toEqual({
      'AC-01': 'stale',
      'AC-02': 'fresh',
      'AC-03': 'new',
      'AC-07': 'stale',
      'AC-09': 'new',
      'AC-10': 'new',
      'AC-11': 'fresh',
    });
    expect(pages.join('\n')).toContain('TAG supported EV-003 version 1; version 2 has not been put to TAG.');
    expect(pages.join('\n')).toContain('Entered since TAG paper 2026-04-15');
  });

  it('tells of a question without an answer what changed since it was put', () => {
    const facts = sampleFacts({
      criteria: [{ reference: 'AC-01', text: 'Testing has ended.', bodies: ['TAG'] }],
      evidence: [
        { reference: 'EV-001', version: 1, criteria: ['AC-01'], status: 'accepted' },
        { reference: 'EV-001', version: 2, criteria: ['AC-01'], status: 'accepted' },
      ],
      views: [
        {
          body: 'TAG',
          criterion: 'AC-01',
          askedOn: '2026-04-01',
          paper: 'TAG paper 2026-04-15',
          sawText: 'Testing ended.',
          saw: [{ evidence: 'EV-001@1', sha256: null }],
        },
      ],
    });
    const paper = paperOf(packSnapshotOf(facts));
    const [criterion] = paper.facts.criteria;
    if (!criterion) throw new Error('no criterion');
    expect(sinceSeen(packContextOf(paper, unsealed), 'TAG', criterion).sentence).toBe(
      'Put to the TAG on 1 April 2026, without an answer yet; since then EV-001 version 2 replaced version 1 and the wording of the criterion changed.',
    );
    expect(paperStamp(paper, 'AC-01')).toEqual({
      sawText: 'Testing has ended.',
      saw: [{ evidence: 'EV-001@2', sha256: null }],
    });
  });

  it('is the same whatever other bodies are asked', () => {
    expect(criteriaOfBody(sampleFacts(), 'SSC').map((one) => one.reference)).toEqual(['AC-04']);
    expect(buildDocument(paperOf(packSnapshotOf(sampleFacts()), 'SSC')).kicker).toContain('SSC meeting');
  });
});
