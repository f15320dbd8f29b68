import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { classesOf, readSheet } from '../../build/checks/readSheet.mjs';
import { checkStyles } from '../../build/checks/styles.mjs';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const SOUND = {
  'renderer/styles/tokens.css': ':root { --ink: #14202b; }',
  'renderer/A.module.css': '.head { color: var(--ink); }\n@media print { .head { color: black; } }',
  'renderer/A.tsx': "import styles from './A.module.css';\nexport const a = <b className={styles.head} />;",
};

/** The problems of a small window made of these files, over one that is sound. */
function problemsOf(files: Readonly<Record<string, string>> = {}): readonly string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'styles-'));
  folders.push(root);
  for (const [file, content] of Object.entries({ ...SOUND, ...files })) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  return checkStyles({ root }).problems;
}

const using = (classes: string) =>
  `import styles from './A.module.css';\nexport const a = <b className={${classes}} />;`;

describe('the check of styles', () => {
  test('finds nothing where every class stands in the module of what it styles', () => {
    expect(problemsOf()).toEqual([]);
  });

  test.each([
    ['a sheet that nobody named as global', { 'renderer/styles/content.css': '.note { margin: 0; }' }, 'is global'],
    ['a class of ours in a global sheet', { 'renderer/styles/base.css': 'p .note { margin: 0; }' }, 'class «note»'],
    ["another library's class in Mantine's sheet", { 'renderer/styles/mantine.css': '.chart {}' }, 'class «chart»'],
    ['a module that speaks of elements anywhere', { 'renderer/A.module.css': '.head {}\nkbd {}' }, 'the whole window'],
    [
      'a module that reaches into another',
      { 'renderer/A.module.css': '.head :global(.note) {}' },
      'reaches out to «.note»',
    ],
    [
      'a class styled in two places',
      { 'renderer/A.module.css': '.head { margin: 0; }\n.x {}\n.head { padding: 0; }' },
      '«.head» a second time',
    ],
    ['a class that code cannot name', { 'renderer/A.module.css': '.head {}\n.panel-head {}' }, 'camelCase'],
    ['a class that nobody uses', { 'renderer/A.module.css': '.head {}\n.foot {}' }, 'nobody uses the class «foot»'],
    ['a class that does not exist', { 'renderer/A.tsx': using('styles.foot') }, 'has no class «foot»'],
    ['a computed class', { 'renderer/A.tsx': using("styles['head']") }, 'computes the class'],
    ['a class that is written out', { 'renderer/B.tsx': 'export const b = <b className="note" />;' }, 'writes out'],
    [
      'a class written out beside others',
      { 'renderer/A.tsx': using(`\`\${styles.head} note\``) },
      'writes out the class «note»',
    ],
    [
      'a class written out in a choice',
      { 'renderer/A.tsx': using("styles.head ? styles.head : 'note'") },
      'writes out the class «note»',
    ],
    [
      'a class written out for a part of Mantine',
      { 'renderer/B.tsx': "export const b = <b classNames={{ body: 'note' }} />;" },
      'writes out the class «note»',
    ],
    [
      'a class written out for an element that code makes',
      { 'renderer/b.ts': "export const b = { className: 'note' };" },
      'writes out the class «note»',
    ],
    [
      'a property that nobody declares',
      { 'renderer/A.module.css': '.head { color: var(--muted); }' },
      'uses --muted, which nobody declares',
    ],
  ])('names %s', (_name, files, sentence) => {
    expect(problemsOf(files).join('\n')).toContain(sentence);
  });

  test('the same class may be said again under a condition, or of a state', () => {
    const sheet =
      '.head { margin: 0; }\n.head:hover { margin: 1px; }\n@container (width < 9px) { .head { margin: 2px; } }';
    expect(problemsOf({ 'renderer/A.module.css': sheet })).toEqual([]);
  });

  test('what stands in comments and in :global() is no class of a module', () => {
    const sheet =
      '/* .gone { } */\n.a:is(.b, .c-d) > :global(.mantine-Button-root),\n.e::before {\n  margin: 0.5px;\n}';
    expect(classesOf(readSheet(sheet))).toEqual(['a', 'b', 'c-d', 'e']);
    expect(readSheet(sheet)[0]?.selectors).toEqual(['.a:is(.b, .c-d) > :global(.mantine-Button-root)', '.e::before']);
    expect(readSheet(sheet)[0]?.line).toBe(2);
  });
});
