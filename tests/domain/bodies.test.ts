import { expect, it } from 'vitest';
import { bodyOf } from '../../shared/domain/records/bodies.ts';
import { factsWith, onlyOf } from '../fixtures/facts.ts';

it.each([
  ['Data Communications Company', 'DCC'],
  ['the Data Communications Company', 'DCC'],
  ['Smart DCC Ltd', 'DCC'],
  ['Smart Energy Code Administrator and Secretariat', 'SECAS'],
  ['Operations Group', 'OPSG'],
  ['Data Protection Board', 'Data Protection Board'],
])('%s is known as %s', (text, body) => {
  expect(bodyOf(text)).toBe(body);
});

it('both sides present, by whichever of their names', () => {
  const presentedBy = ['Smart Energy Code Administrator and Secretariat', 'Data Communications Company'];
  const input = { submissions: [{ on: '2026-06-01', meeting: '2026-06-10', presentedBy }] };
  expect(factsWith(input).submissions).toHaveLength(1);
  expect(onlyOf('submission.presented', input, '2026-06-05').outcome).toBe('met');
});
