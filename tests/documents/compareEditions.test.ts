import { expect, it } from 'vitest';
import { comparePacks } from '../../electron/documents/comparePacks.ts';
import { addendumSnapshot } from '../../shared/domain/pack/addendum/addendumFacts.ts';
import { extentOf, hasRecommendation } from '../../shared/domain/pack/compare/carried.ts';
import { compareStates } from '../../shared/domain/pack/compare/compareStates.ts';
import { publicEdition } from '../../shared/domain/pack/editions/publicEdition.ts';
import type { PackIdentity } from '../../shared/domain/pack/packIdentity.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { paperSnapshot } from '../../shared/domain/pack/paper/paperFacts.ts';
import { recordSnapshot } from '../../shared/domain/pack/record/recordFacts.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { packSnapshotOf, writeEvidence } from './fixtures.ts';
import { markedFacts } from './markedFacts.ts';
import { makePack, quiet, scratchFolder } from './packs.ts';
import { linesSaid } from './said.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();
const asOf = '2026-05-01';
const facts = writeEvidence(sampleFacts(), folder).facts;
const decision = { body: 'CSC', on: '2026-04-29', outcome: 'Not yet', wording: 'Retest.', dissent: null } as never;
const issued = { reference: 'SEC-GL 2026-06 · 1', asOf: asOf as never, sha256: 'a'.repeat(64) };

const packOf = (of: ReleaseFacts, identity: Partial<PackIdentity> = {}, day = asOf) =>
  packSnapshotOf(of, day, identity);
const publicOf = (of: ReleaseFacts, final = false) => publicEdition(packOf(of, { edition: 'public', final }));

const documentOf = (whole: PackSnapshot, document: PackIdentity['document'], rest: Partial<PackSnapshot>) =>
  ({ ...whole, ...rest, identity: { ...whole.identity, document } }) as PackSnapshot;
const paperOf = (of: ReleaseFacts, body = 'TAG') =>
  documentOf(
    packOf(of),
    { kind: 'paper', body, meeting: asOf as never, last: null, changes: [] },
    paperSnapshot(packOf(of), body),
  );
const recordOf = (of: ReleaseFacts, one = decision) =>
  documentOf(
    packOf(of),
    { kind: 'decision', body: 'CSC', on: (one as { on: never }).on, pack: null },
    recordSnapshot(packOf(of), one),
  );
const addendumOf = (of: ReleaseFacts, keys: string[]) =>
  documentOf(
    packOf(of),
    { kind: 'addendum', to: issued, evidence: keys, moved: [] },
    addendumSnapshot(packOf(of), keys),
  );

const decided = { ...facts, decisions: [decision] } as ReleaseFacts;
const firstKey = facts.evidence.slice(0, 1).map(evidenceKey);
const states: Readonly<Record<string, PackSnapshot>> = {
  'the full edition': packOf(decided),
  'the public edition': publicOf(decided),
  'the public edition of a final': publicOf(decided, true),
  'the reading copy': packOf(decided, { edition: 'reading' }),
  'a final': packOf(decided, { final: true }),
  'a paper for the TAG': paperOf(decided),
  'a paper for the OPSG': paperOf(decided, 'OPSG'),
  'a decision record': recordOf(decided),
  'an addendum': addendumOf(decided, firstKey),
};
const pairs = Object.keys(states).flatMap((one) => Object.keys(states).map((other) => [one, other] as const));

it.each(pairs)('tells no change from %s to %s of the same facts and day', (one, other) => {
  const [before, after] = [states[one], states[other]] as [PackSnapshot, PackSnapshot];
  const { notes, changes, findings } = compareStates({ pack: before }, { pack: after });
  expect(changes).toEqual([]);
  expect(findings).toEqual([]);
  expect(notes.length > 0).toBe(one !== other);
  for (const note of notes) expect(note).toMatch(/^[A-Z][^.]*\.$/);
});

const rulebook = {
  changes: [{ what: 'severity', rule: 'criteria.met', severity: 'advice', reason: 'Agreed.' }],
  paperDeadlines: [],
} as const;
const settled = (whole: PackSnapshot) => ({ ...whole, rulebook: structuredClone(rulebook) }) as unknown as PackSnapshot;

it.each(pairs)('tells from %s to %s that the rulebook was changed', (one, other) => {
  const [before, after] = [states[one], states[other]] as [PackSnapshot, PackSnapshot];
  const { changes } = compareStates({ pack: before }, { pack: settled(after) });
  expect(changes.map(({ kind }) => kind)).toEqual(['rulebook.severity']);
});

it.each(Object.entries(states))('says in %s what was changed in the rulebook', (_, pack) => {
  const readiness = computeReadiness(settled(packOf(decided)));
  const { findings } = pack.readiness;
  const told = linesSaid({
    ...settled(pack),
    readiness: { ...pack.readiness, rulebook: readiness.rulebook, findings },
  });
  expect(told.join('\n')).toContain('criteria.met counts as advice instead of blocker: Agreed.');
});

it('tells first what the two files are, and what did change', () => {
  const criteria = facts.criteria.map((one, at) => (at === 0 ? { ...one, text: 'It works twice.' } : one));
  const later = { ...decided, criteria } as ReleaseFacts;
  const reworded = `${facts.criteria[0]?.reference}: reworded; it now reads “It works twice”.`;
  const compared = (before: PackSnapshot, after: PackSnapshot) => {
    const { notes, changes } = compareStates({ pack: before }, { pack: after });
    return [...notes, ...changes.map(({ sentence }) => sentence)];
  };
  expect(compared(packOf(decided), publicOf(later))).toEqual([
    'The full edition and the public edition are compared by what is published of both.',
    reworded,
  ]);
  expect(compared(paperOf(later), packOf(decided))[0]).toBe(
    'The paper for the TAG meeting of 1 May 2026 and the Go-Live pack are compared by the facts that both hold; their findings are not compared.',
  );
  expect(compared(packOf(facts), recordOf(decided))).toEqual([
    'The Go-Live pack and the record of the decision of the CSC of 29 April 2026 are compared by the facts that both hold; their findings are not compared.',
    'Decision of the CSC of 29 April 2026 was added: “Not yet”.',
  ]);
  const items = [...facts.evidence, { ...facts.evidence[0], reference: 'EV-99', sha256: 'c'.repeat(64) }];
  const late = { ...facts, evidence: items } as ReleaseFacts;
  expect(compared(packOf(facts), addendumOf(late, ['EV-99@1'])).slice(1)).toEqual([
    expect.stringMatching(/^EV-99 version 1 was added/),
  ]);
});

it('tells of a decision record no other decision as removed', () => {
  const second = { ...(decision as object), on: '2026-05-20', outcome: 'Go' } as never;
  const both = { ...facts, decisions: [decision, second] } as ReleaseFacts;
  expect(compareStates({ pack: recordOf(both) }, { pack: recordOf(both, second) }).changes).toEqual([]);
});

it('compares what is opened with the store by what it is', () => {
  const store = { pack: packOf(decided), isStore: true };
  const compared = (pack: PackSnapshot) => compareStates({ pack }, store);
  expect(compared(publicOf(decided))).toEqual({
    notes: ['The public edition and this store are compared by what is published of both.'],
    changes: [],
    findings: [],
  });
  expect(compared(packOf(decided, { edition: 'reading' })).notes).toEqual([]);
  expect(compared(paperOf(decided)).changes).toEqual([]);
});

it('knows of every kind of record what a paper, an addendum and a decision record hold', () => {
  const { facts: full } = markedFacts();
  const one = full.decisions[0] as never;
  const documents = [
    paperOf({ ...full, criteria: full.criteria.map((each) => ({ ...each, bodies: ['TAG'] })) }),
    addendumOf(full, full.evidence.map(evidenceKey)),
    recordOf(full, one),
  ];
  for (const { facts: held, identity } of documents) {
    const { document } = identity;
    for (const kind of listKinds) {
      const extent = extentOf(document, kind);
      const [own, all] = [held, full].map((each) => recordsOf(each, kind).length);
      expect(own, `${kind} in ${document?.kind}`).toBe(extent === 'none' ? 0 : extent === 'whole' ? all : own);
    }
    expect(held.recommendation.wording !== null).toBe(hasRecommendation(document));
    expect(held.transition.deployment).toBeNull();
  }
});

it('refuses files of two releases, and says so', async () => {
  const other = { ...facts, release: { ...facts.release, id: undefined, name: 'Another Release' } } as ReleaseFacts;
  const [before, after] = [await makePack(folder, 'one', facts), await makePack(folder, 'two', other)];
  const compared = await comparePacks({ before: before.file, after: after.file }, quiet);
  expect(compared).toMatchObject({ ok: false, error: { kind: 'invalidInput' } });
  expect(JSON.stringify(compared)).toContain(
    `one.pdf is of “${facts.release.name}”, two.pdf of “Another Release”: what two releases differ in is no change`,
  );
});
