import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sectionsOf } from '../../shared/domain/pack/blocks.ts';
import { buildDocument, buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import type { ManifestFile } from '../../shared/domain/pack/manifest.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

/** All that stands in one section of the pack of these facts. */
function told(input: Partial<FactsInput>, title: string, asOf = '2026-07-01'): string {
  const facts = factsWith({
    release: { name: 'June 2026 SEC Release', kind: 'system', slot: '2026-06' },
    ...input,
  } as FactsInput);
  const section = sectionsOf(buildPackModel(packSnapshotOf(facts, asOf))).find((one) => one.title === title);
  return JSON.stringify(section?.blocks);
}

/* A pack says what is recorded, and of the rest that it is not: each of these once said what nobody had. */

it('an approval without its date is an approval', () => {
  const modifications = [{ reference: 'MP162', status: 'approved', approvedOn: null }];
  const of = (input: Partial<FactsInput>) => told(input, 'Publication');
  expect(of({ modifications } as never)).toContain('MP162');
  expect(of({ modifications } as never)).not.toContain('No approval is recorded');
  expect(of({})).toContain('No approval is recorded yet');
});

it('once the day of Go-Live has come, no record of it is no record', () => {
  const of = (asOf: string) => told({}, 'Release and dates', asOf);
  expect(of('2026-06-24')).toContain('has not gone live');
  expect(of('2026-06-25')).not.toContain('has not gone live');
  expect(of('2026-07-01')).not.toContain('has not gone live');
});

it('nobody stated that all of it goes live, and a view’s day is no missing meeting', () => {
  expect(told({}, 'Scope')).not.toContain('is stated to go live');
  expect(told({}, 'Consultation record')).not.toContain('No meeting is recorded');
});

it('a reason why no body corresponds is printed, decided or not', () => {
  const reason = 'It is about the code administrator alone.';
  for (const bodies of [null, []]) {
    const criteria = [{ reference: 'AC-1', text: 'Ready.', bodies, bodiesReason: reason }];
    expect(told({ criteria } as never, 'Criteria one by one')).toContain(reason);
  }
});

it.each([
  [0, 'No evidence file is attached to this PDF', 'manifest.json; no evidence file is attached.'],
  [1, 'Of 2 items 1 has its file attached to this PDF', 'and the evidence files.'],
  [2, 'The files are attachments of this PDF', 'and the evidence files.'],
])('files are told to be attached only where they are: %i of 2', (attached, register, steps) => {
  const evidence = ['EV-1', 'EV-2'].map((reference) => ({ reference, version: 1, criteria: ['AC-1'] }));
  const facts = factsWith({ criteria: [{ reference: 'AC-1', bodies: ['TAG'] }], evidence });
  const files = new Map(
    evidence.map(({ reference }, at): [string, ManifestFile] => {
      const isHere = at < attached;
      const place = {
        attachment: isHere ? `${reference}@1 a.pdf` : null,
        absent: isHere ? null : ('withheld' as const),
      };
      return [`${reference}@1`, { ...place, sha256: null, bytes: null, mediaType: null }];
    }),
  );
  const paper = { kind: 'paper' as const, body: 'TAG', meeting: calendarDate('2026-06-10'), last: null, changes: [] };
  for (const identity of [{}, { document: paper }]) {
    const model = buildDocument(packSnapshotOf(facts, '2026-06-01', identity), { manifestSha256: null, files });
    const words = JSON.stringify(model);
    expect(words).toContain(register);
    expect(words).toContain(steps);
    expect(words.includes('their evidence as attachments')).toBe('document' in identity && attached > 0);
  }
});

it('where no evidence is recorded, no step speaks of evidence files', () => {
  const words = told({}, 'How to check this file');
  expect(words).toContain('You get snapshot.json and manifest.json');
  expect(words).not.toContain('and the evidence files');
  expect(words).not.toContain('An evidence file');
});
