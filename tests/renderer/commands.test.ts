import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandIds, factsOf, keyInWords } from '../../shared/contract/commands.ts';

const twice = (words: readonly string[]) => words.filter((word, at) => words.indexOf(word) !== at);

describe('commands', () => {
  it('have a name and keys that no other has', () => {
    expect(commandIds.length).toBeGreaterThan(15);
    expect(twice(commandIds.map((id) => factsOf(id).label))).toEqual([]);
    expect(twice(commandIds.flatMap((id) => factsOf(id).keys ?? []))).toEqual([]);
  });

  it('are heard by their keys either by the menu or by the window', () => {
    const menu = readFileSync('electron/main/menu.ts', 'utf8');
    const unheard = commandIds.filter(
      (id) => factsOf(id).keys && !factsOf(id).heard && !menu.includes(`item('${id}')`),
    );
    expect(unheard).toEqual([]);
  });

  it('write their names and keys nowhere else', () => {
    const readers = ['electron/main/menu.ts', 'renderer/screens/palette/commands.ts', 'renderer/screens/HelpModal.tsx'];
    const again = readers.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const known = commandIds.flatMap((id) => {
        const { label, keys = [] } = factsOf(id);
        return [label, ...keys.map(keyInWords), ...keys.map((key) => key.replace('Mod', 'CmdOrCtrl'))];
      });
      return known.filter((word) => source.includes(`'${word}'`)).map((word) => `${file}: ${word}`);
    });
    expect(again).toEqual([]);
  });
});
