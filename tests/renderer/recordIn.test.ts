import { expect, it } from 'vitest';
import { shownValues } from '../../renderer/stores/recordIn.ts';
import { factsWith } from '../fixtures/facts.ts';

const facts = factsWith({
  criteria: [{ id: '01970000-0000-7000-8000-000000000001', reference: 'AC-01', text: 'It works.' }],
});

it('gives what the window shows of the fields that are written, and nothing for one that is empty', () => {
  const valuesOf = shownValues(facts);
  expect(valuesOf('criterion', '01970000-0000-7000-8000-000000000001', { text: 'x', owner: 'DCC' })).toEqual({
    text: 'It works.',
    owner: null,
  });
});

it('claims nothing of a record that the window does not hold, as of test issues, which stay in the engine', () => {
  expect(shownValues(facts)('testIssue', '01970000-0000-7000-8000-000000000009', { title: 'x' })).toBeUndefined();
  expect(shownValues(undefined)('criterion', '01970000-0000-7000-8000-000000000001', { text: 'x' })).toBeUndefined();
});
