import { expect, it } from 'vitest';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { packSnapshotOf } from './fixtures.ts';
import { markedFacts } from './markedFacts.ts';

it('shows every text of the release file', () => {
  const { facts, markers } = markedFacts();
  const text = JSON.stringify(buildPackModel(packSnapshotOf(facts, '2030-01-01')));
  const missing = [...new Set(markers.filter((one) => !text.includes(one.text)).map((one) => one.field))];
  expect(missing).toEqual([]);
});
