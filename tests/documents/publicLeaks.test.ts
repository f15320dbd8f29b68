import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { factAnswers } from '../../shared/domain/catalogue/answers.ts';
import { type Answer, type Answers, isAnswer } from '../../shared/domain/catalogue/publish.ts';
import { identityAnswers } from '../../shared/domain/pack/editions/identityAnswers.ts';
import { type Befores, publicEdition } from '../../shared/domain/pack/editions/publicEdition.ts';
import { packIdentitySchema } from '../../shared/domain/pack/packIdentity.ts';
import { packSnapshotSchema } from '../../shared/domain/pack/packSnapshot.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import { definitionOf } from '../support/definitionOf.ts';
import fc from '../support/properties.ts';
import { packSnapshotOf } from './fixtures.ts';
import { markedFacts } from './markedFacts.ts';
import { attachmentsOf, makeOther, textOf } from './otherFiles.ts';
import { scratchFolder, verify } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';

const folder = scratchFolder();
const asOf = '2030-01-01';
const [earlier, given] = ['1'.repeat(64), '2'.repeat(64)];

/** Every field of a schema, by its path without positions in lists. */
function fieldsOf(schema: z.core.$ZodType, path: readonly string[] = []): readonly string[] {
  const def = definitionOf(schema);
  switch (def.type) {
    case 'array':
      return fieldsOf(def.element, path);
    case 'union':
      return def.options.flatMap((option) => fieldsOf(option, path));
    case 'object':
      return Object.entries(def.shape).flatMap(([name, inner]) => fieldsOf(inner, [...path, name]));
    default:
      return [path.join('.')];
  }
}

function answered(answers: Answers, path: readonly string[] = []): readonly string[] {
  return Object.entries(answers).flatMap(([name, one]) =>
    isAnswer(one) ? [[...path, name].join('.')] : answered(one, [...path, name]),
  );
}

function answerOf(field: string): Answer | null {
  let place: Answer | Answers = factAnswers;
  for (const step of field.split('.')) {
    const next: Answer | Answers | undefined = isAnswer(place) ? undefined : place[step];
    if (next === undefined) return null;
    place = next;
  }
  return isAnswer(place) ? place : null;
}

describe('what of each field goes to everybody', () => {
  it.each([
    ['the release file', releaseFactsSchema, factAnswers],
    ['the identity of a pack', packIdentitySchema, identityAnswers],
  ] as const)('is answered for every field of %s, and for no other', (_, schema, answers) => {
    expect([...answered(answers)].sort()).toEqual([...new Set(fieldsOf(schema))].sort());
  });

  it('is “no” for a field that nobody has answered for, and that is listed', () => {
    const facts = sampleFacts();
    const added = { ...facts, criteria: facts.criteria.map((one) => ({ ...one, whispered: 'quoxel' })) };
    const { identity, facts: shown } = publicEdition(packSnapshotOf(facts, asOf), new Map());
    expect(identity.leftOut?.some((one) => one.what === 'Its whispered.')).toBe(false);
    const whole = { ...packSnapshotOf(facts, asOf), facts: added as unknown as ReleaseFacts };
    const edition = publicEdition(whole);
    expect(JSON.stringify(edition)).not.toContain('quoxel');
    expect(edition.identity.leftOut?.filter((one) => one.what === 'Its whispered.')).toHaveLength(
      shown.criteria.length,
    );
  });
});

describe('the public edition of facts with a marker in every field', () => {
  const now = markedFacts('quoxel');
  const was = markedFacts('vexnib', 2);
  const secret = [...now.markers, ...was.markers].filter(({ field }) => {
    const kind = answerOf(field)?.kind;
    return kind !== 'publish' && kind !== 'text';
  });
  const issued = (sha256: string) => ({ reference: 'SEC-GL 2026-06 · 1', asOf: '2029-01-01' as never, sha256 });
  const identity = {
    edition: 'public' as const,
    previous: { ...issued(earlier), changes: was.markers.map((one) => one.text) },
    lastSeen: [{ ...issued(given), body: 'TAG', changes: was.markers.map((one) => one.text) }],
  };
  const before = packSnapshotOf(was.facts, asOf);
  const befores: Befores = new Map([
    [earlier, before],
    [given, before],
  ]);

  it('knows some hundred markers that must not come out', () => {
    expect(secret.length).toBeGreaterThan(300);
  });

  it.each([
    ['with the earlier facts at hand', befores],
    ['without them', new Map() as Befores],
  ])('holds none of what is not published, %s', (_, given) => {
    const edition = publicEdition(packSnapshotOf(now.facts, asOf, identity), given);
    packSnapshotSchema.parse(edition);
    const text = JSON.stringify(edition);
    expect([...new Set(secret.filter((one) => text.includes(one.text)).map((one) => one.field))]).toEqual([]);
    expect(edition.identity.previous !== undefined).toBe(given.size > 0);
    expect(text.includes('What changed since SEC-GL 2026-06 · 1.')).toBe(given.size === 0);
  });

  it('holds none in the bytes, text, tags, properties and attachments of the file', async () => {
    const shape = (whole: Parameters<typeof publicEdition>[0]) =>
      publicEdition({ ...whole, asOf: asOf as never }, befores);
    const { file, snapshot } = await makeOther(folder, 'marked', now.facts, shape, identity);
    expect(snapshot.identity.previous?.changes.length).toBeGreaterThan(20);
    const attached = [...(await attachmentsOf(file)).entries()].map(
      ([name, content]) => `${name} ${Buffer.from(content).toString('utf8')}`,
    );
    const all = [...(await textOf(file)), ...attached, readFileSync(file, 'latin1')].join('\n').replace(/\s+/g, '');
    expect([...new Set(secret.filter((one) => all.includes(one.text)).map((one) => one.field))]).toEqual([]);
    expect((await verify(file)).problems).toEqual([]);
  });
});

describe('the public edition of a release that is judged beside others', () => {
  const modification = {
    part: null,
    status: 'approved' as const,
    approvedOn: '2026-02-01',
    inScope: false,
    addedToScopeOn: null,
    removedFromScopeOn: '2026-03-01',
    implementationDate: '2026-06-25',
    implementationDateSet: null,
  };
  const other = { kind: 'system' as const, slot: null, technicalSpecifications: true, approvedDate: '2026-08-13' };
  const otherReleases = [
    { ...other, name: 'Emergency quoxel fix', modifications: [{ ...modification, reference: 'MP909' }] },
    { ...other, name: 'Another quoxel', technicalSpecifications: false, modifications: [] },
  ];
  const marked = { release: { technicalSpecifications: true } };

  it('holds nothing of them, in no byte, says so, and is verified to the byte', async () => {
    const shape = (whole: Parameters<typeof publicEdition>[0]) =>
      publicEdition(packSnapshotOf(whole.facts, '2026-05-01', { edition: 'public' }, { otherReleases }));
    const { file, snapshot } = await makeOther(folder, 'beside', sampleFacts(marked), shape);
    const attached = [...(await attachmentsOf(file)).values()].map((one) => Buffer.from(one).toString('utf8'));
    const all = [...(await textOf(file)), ...attached, readFileSync(file, 'latin1')].join('\n');
    for (const secret of ['quoxel', 'MP909', '2026-08-13', '13 August 2026']) expect(all).not.toContain(secret);
    expect(snapshot.otherReleases).toEqual([]);
    expect(snapshot.identity.leftOut).toContainEqual(expect.objectContaining({ record: 'other releases' }));
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });

  it('keeps the verdicts, and does not say that there are no others', () => {
    const whole = packSnapshotOf(sampleFacts(marked), '2026-05-01', {}, { otherReleases });
    const outcomes = (of: typeof whole) => of.readiness.findings.map(({ rule, outcome }) => `${rule} ${outcome}`);
    expect(outcomes(publicEdition(whole))).toEqual(outcomes(whole));
    const unmarked = otherReleases.map((one) => ({ ...one, technicalSpecifications: false }));
    const only = publicEdition(packSnapshotOf(sampleFacts(marked), '2026-05-01', {}, { otherReleases: unmarked }));
    const told = only.readiness.findings.find((one) => one.rule === 'type.one-technical-specifications-a-year');
    expect(told?.sentence).toBe('Met: what this rests on is not published.');
  });

  it('says of any release only what it would say if there were no others', () => {
    fc.assert(
      fc.property(anySnapshot, ({ facts, asOf, ...options }) => {
        const editionOf = (otherReleases: typeof options.otherReleases) => {
          const { identity, readiness, ...rest } = publicEdition(
            packSnapshotOf(facts, asOf, {}, { ...options, otherReleases }),
          );
          const words = readiness.findings.filter(
            (one) => !one.sentence.endsWith('what this rests on is not published.'),
          );
          const leftOut = identity.leftOut?.filter((one) => one.record !== 'other releases');
          return { rest, words: words.map((one) => JSON.stringify(one)), leftOut };
        };
        const [beside, alone] = [editionOf(options.otherReleases), editionOf([])];
        expect({ ...beside, words: [] }).toEqual({ ...alone, words: [] });
        expect(beside.words.filter((one) => !alone.words.includes(one))).toEqual([]);
      }),
    );
  });
});
