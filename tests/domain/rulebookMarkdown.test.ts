import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulebookMarkdown } from '../../shared/domain/rulebook/rulebookMarkdown.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';

const file = join(import.meta.dirname, '../../shared/domain/rulebook/RULEBOOK.md');

describe('the rulebook page', () => {
  it('is what the rule data says; `node build/run.mjs rulebook` writes it anew', () => {
    expect(readFileSync(file, 'utf8')).toBe(rulebookMarkdown());
  });

  it('explains every rule with clause, basis, formula and example', () => {
    const page = rulebookMarkdown();
    for (const rule of rules) {
      expect(page).toContain(`### \`${rule.id}\``);
      expect(page).toContain(rule.example);
      expect(rule.meaning.length).toBeGreaterThan(40);
    }
  });
});
