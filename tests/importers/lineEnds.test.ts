import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type ReadOptions, readSource, refusalOfSource } from './support.ts';

/** Every text of the corpus (`corpus.test.ts`) that one file holds, whatever program wrote it. */
const folder = fileURLToPath(new URL('../fixtures/inputs/', import.meta.url));
const ending = '.expected.json';
const texts = readdirSync(folder)
  .filter((name) => /\.(csv|xml|trx|html|md|json|jsonl|tap)$/.test(name) && !name.endsWith(ending))
  .filter((name) => !readFileSync(join(folder, name)).includes(0))
  .map((name) => {
    const want = JSON.parse(readFileSync(join(folder, name + ending), 'utf8'));
    return { name, ...(want as { kind?: ImportKind; files?: unknown; options?: ReadOptions; refusal?: string }) };
  })
  .filter(({ kind, files }) => kind !== undefined && files === undefined);

/** The same text with other line ends; every other byte stays as it is. */
function withLineEnds(name: string, end: string): string {
  const copy = join(scratchFolder(), name);
  const text = readFileSync(join(folder, name)).toString('latin1');
  writeFileSync(copy, Buffer.from(text.replace(/\r\n|\n/g, end), 'latin1'));
  return copy;
}

describe('a text with the line ends of Windows says what it says with those of Linux', () => {
  it('in every format', () => {
    const endings = new Set(texts.map(({ name }) => name.replace(/.*\./, '')));
    expect([...endings].sort()).toEqual(['csv', 'html', 'json', 'jsonl', 'md', 'tap', 'trx', 'xml']);
  });

  it.each(texts)('$name', async ({ name, kind, options = {}, refusal }) => {
    const read = async (end: string) => {
      const source = { file: withLineEnds(name, end) };
      if (refusal !== undefined) return refusalOfSource(kind as ImportKind, source, name, options);
      const { rows, output } = await readSource(kind as ImportKind, source, name, options);
      const { problems, questions, notes } = output;
      return { rows, problems, questions, notes };
    };
    expect(await read('\r\n')).toEqual(await read('\n'));
  });
});
