import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportKind } from '../../shared/domain/importing/importKinds.ts';
import type { ReadImportInput } from '../../shared/domain/importing/reading.ts';
import { type ReadOptions, readSource, refusalOfSource } from './support.ts';

/**
 * Files as other programs write them, one per producer and quirk, each with the right facts beside it. A new quirk is two
 * new files in the folder: `NAME` and `NAME.expected.json`.
 */
const folder = fileURLToPath(new URL('../fixtures/inputs/', import.meta.url));
const ending = '.expected.json';

/** What the file beside an input says is right. */
interface ImportExpectation {
  readonly kind: ImportKind;
  /** Other files of the same run, in the place of the named one. */
  readonly files?: readonly string[];
  readonly options?: ReadOptions;
  /** The facts; or the sentence that refuses the file. */
  readonly rows?: readonly Record<string, unknown>[];
  readonly refusal?: string;
  /** What is asked before anything is taken: each has to be said by one question, in this order. */
  readonly questions?: readonly string[];
  readonly problems?: readonly string[];
  /** Each has to stand in a note; [] means that there is none. */
  readonly notes?: readonly string[];
}

const named = readdirSync(folder).filter((name) => name.endsWith(ending));
const expectations = named.map((name) => ({
  name: name.slice(0, -ending.length),
  want: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<ImportExpectation>,
}));

describe('every input of the corpus gives the right facts, or the right sentence', () => {
  it('and each has its facts beside it', () => {
    const inputs = readdirSync(folder).filter((name) => !name.endsWith(ending));
    expect(inputs.filter((name) => !named.includes(name + ending))).toEqual([]);
  });

  it.each(expectations.filter(({ want }) => want.kind !== undefined))('$name', async ({ name, want }) => {
    const {
      kind,
      files,
      options = {},
      rows,
      refusal,
      notes,
      questions = [],
      problems = [],
    } = want as ImportExpectation;
    const source: ReadImportInput['source'] = files
      ? { files: files.map((file) => join(folder, file)) }
      : { file: join(folder, name) };
    if (refusal !== undefined) {
      expect(await refusalOfSource(kind, source, name, options)).toBe(refusal);
      return;
    }
    const read = await readSource(kind, source, name, options);
    expect(read.rows).toEqual(rows);
    expect(read.output.problems.map(({ row, sentence }) => `${row}: ${sentence}`)).toEqual(problems);
    expect(read.output.questions.map(({ sentence }) => sentence)).toEqual(questions);
    for (const note of notes ?? []) expect(read.output.notes.join('\n')).toContain(note);
    if (notes?.length === 0) expect(read.output.notes).toEqual([]);
  });
});
