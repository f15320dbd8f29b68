import { expect, it } from 'vitest';
import { releaseSpecs } from '../../renderer/fields/releaseSpecs.ts';
import { awaitingMine, unconfirmedIn } from '../../renderer/fields/unconfirmed.ts';

const markOf = (field: string, side: 'DCC' | 'SECAS') => ({ field, by: null, for: side, on: null });
const fieldsOf = (section: keyof typeof releaseSpecs) => releaseSpecs[section].map(({ field }) => field);

it('a panel of the release counts and confirms its own fields only', () => {
  const marks = [markOf('goLive.latestPermittedDate', 'SECAS'), markOf('transition.deployment', 'SECAS')];
  const release = { id: 'r', onBehalf: marks };
  for (const [section, field] of [
    ['goLive', 'goLive.latestPermittedDate'],
    ['transition', 'transition.deployment'],
  ] as const) {
    const found = unconfirmedIn('release', fieldsOf(section), [release]);
    expect(found.map((one) => one.marks.map((mark) => mark.field))).toEqual([[field]]);
    expect(awaitingMine('releaseManager', found)).toEqual([{ record: release, fields: [field] }]);
    expect(awaitingMine('testLead', found)).toEqual([]);
  }
  expect(unconfirmedIn('release', fieldsOf('publication'), [release])).toEqual([]);
});

it('every field of the release awaits its owner in one panel exactly', () => {
  const all = Object.values(releaseSpecs).flat();
  const release = { id: 'r', onBehalf: all.map(({ field }) => markOf(field, 'DCC')) };
  const counts = (Object.keys(releaseSpecs) as (keyof typeof releaseSpecs)[]).map(
    (section) => unconfirmedIn('release', fieldsOf(section), [release])[0]?.marks.length ?? 0,
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
});

it('a record of a list is confirmed whole, and only what is this side’s', () => {
  const record = { id: 'c', onBehalf: [markOf('status', 'DCC'), markOf('text', 'SECAS')] };
  const found = unconfirmedIn('criterion', [], [record, { id: 'd' }]);
  expect(awaitingMine('testLead', found)).toEqual([{ record, fields: ['status'] }]);
  expect(awaitingMine('viewer', found)).toEqual([]);
});
