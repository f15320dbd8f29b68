import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { errorsMarkdown } from '../../build/errorCatalogue/errorsMarkdown.mjs';
import { findErrors } from '../../build/errorCatalogue/findErrors.mjs';
import { readModule } from '../../build/errorCatalogue/modules.mjs';
import { appError, errorKinds, sayInWindow } from '../../shared/domain/foundation/appError.ts';

const kinds = new Set(Object.keys(errorKinds));

/** What is found in these files, as `kind: sentence`. */
function toldBy(files: Readonly<Record<string, string>>): readonly string[] {
  const modules = new Map(Object.entries(files).map(([file, source]) => [file, readModule(file, source)]));
  return findErrors(modules, kinds).map(({ kind, sentence }) => `${kind}: ${sentence}`);
}

it('docs/errors.md is what the code tells; node build/run.mjs errors writes it anew', () => {
  const kept = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8');
  expect(errorsMarkdown()).toBe(kept);
});

/** What a terminal alone can be told of: a call of its own, and a store that is not there. */
const ofTerminal = new Set(['usage', 'storeMissing']);

it('no sentence that the window may say names an option of the terminal outside the brackets that it leaves out', () => {
  const named = errorsMarkdown()
    .split('\n### ')
    .filter((part) => !part.startsWith('`electron/cli/'))
    .flatMap((part) => part.split('\n'))
    .filter((line) => !ofTerminal.has(/^- `(\w+)`/.exec(line)?.[1] ?? ''))
    .map((line) => sayInWindow(appError('conflict', line)).message)
    .filter((line) => /^- .*\s--[a-z]/.test(line));
  expect(named).toEqual([]);
});

describe('the sentence of a failure is found', () => {
  const dollar = '$';
  test.each([
    ['as it stands', "fail('usage', 'Name a command.')", ['usage: Name a command.']],
    [
      'with what is put in',
      `fail('usage', \`There is no ${dollar}{input.fileName} here.\`)`,
      ['usage: There is no {file name} here.'],
    ],
    [
      'with what may be left out',
      `fail('usage', \`It is ${dollar}{known ? 'already' : 'not'} open${dollar}{why ? ' there' : ''}.\`)`,
      ['usage: It is (already / not) open[ there].'],
    ],
    [
      'one of two',
      "fail('conflict', isOld ? 'It is too old.' : 'It is too new.')",
      ['conflict: It is too new.', 'conflict: It is too old.'],
    ],
    [
      'of one kind or the other',
      "fail(isOld ? 'conflict' : 'notFound', 'It is not there.')",
      ['conflict: It is not there.', 'notFound: It is not there.'],
    ],
    [
      'in a value',
      "tell({ kind: 'storeFailed', message: 'The disk is full.', where: null })",
      ['storeFailed: The disk is full.'],
    ],
    ['by name', "fail('usage', said); const said = 'Name a command.'", ['usage: Name a command.']],
    [
      'among others',
      "fail('usage', said.two); const said = { one: 'The first one.', two: 'The second one.' }",
      ['usage: The second one.'],
    ],
    [
      'in a function',
      "fail('usage', say(1)); function say(n) { if (n) return 'One of them.'; return null }",
      ['usage: One of them.'],
    ],
    [
      'in what a function gives',
      "const one = say(); fail('usage', one.sentence); function say() { return { sentence: 'It was said.' } }",
      ['usage: It was said.'],
    ],
    [
      'where it is handed in',
      "tell('Not this one.'); function tell(sentence) { return fail('usage', sentence) }",
      ['usage: Not this one.'],
    ],
    ['of none that is only handed on', "fail('usage', error.message)", []],
    ['of no kind that there is not', "fail('other', 'Not this one.')", []],
  ])('%s', (_name, code, told) => {
    expect(toldBy({ 'a.ts': code })).toEqual(told);
  });

  it('in another file, and of what a reader refuses', () => {
    const reader = "import { refuse } from './refusal.ts';\nimport { said } from './said.ts';\nrefuse(said.cut);";
    const files = { 'in/a.ts': reader, 'in/said.ts': "export const said = { cut: 'It is cut short.' } as const;" };
    expect(toldBy(files)).toEqual(['invalidInput: It is cut short.']);
    expect(toldBy({ ...files, 'in/a.ts': reader.replace('./refusal.ts', './rows.ts') })).toEqual([]);
  });
});

it('of every kind there is at least one sentence', () => {
  const markdown = errorsMarkdown();
  for (const kind of kinds) expect(markdown).toContain(`- \`${kind}\`: `);
});
