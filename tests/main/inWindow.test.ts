import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inWindow } from '../../shared/domain/foundation/inWindow.ts';

it('leaves out of a sentence what only a terminal has, and nothing else', () => {
  expect(inWindow('a.pdf is here (b.pdf); link that one, or add it anyway (--even-so in a terminal).')).toBe(
    'a.pdf is here (b.pdf); link that one, or add it anyway.',
  );
});

it('every refusal that speaks of a terminal does so where the window leaves it out', () => {
  const errors = new URL('../../docs/errors.md', import.meta.url);
  const spoken = readFileSync(errors, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- `') && line.includes('in a terminal'));
  expect(spoken.length).toBeGreaterThan(3);
  for (const line of spoken) expect(inWindow(line)).not.toMatch(/terminal|golive |\s--/);
});
