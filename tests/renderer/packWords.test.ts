import { expect, it } from 'vitest';
import { issuedInWords } from '../../renderer/stores/packWords.ts';

const made = { file: 'x.pdf', reference: 'SEC-GL 2021-11 · 1', sha256: '', manifestSha256: '', pages: 2, notes: [] };

it('names the place where what was issued is kept', () => {
  expect(issuedInWords({ ...made, final: false }, 'public')).toBe('Exported x.pdf, 2 pages.');
  expect(issuedInWords({ ...made, final: true }, 'full')).toMatch(/it is kept under Final packs\.$/);
  for (const edition of ['public', 'reading'] as const)
    expect(issuedInWords({ ...made, final: true }, edition)).toMatch(/it is kept under Papers for the bodies\.$/);
});
