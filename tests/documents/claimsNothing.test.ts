import { expect, it } from 'vitest';
import { sectionsOf } from '../../shared/domain/pack/blocks.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
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
