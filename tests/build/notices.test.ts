import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledFolders } from '../../build/notices/notePackages.mjs';
import { noticeOf } from '../../build/notices/noticeOf.mjs';
import { collectNotices, noticesMarkdown } from '../../build/notices/notices.mjs';
import { inProject } from '../../build/paths.mjs';
import { noticeSchema } from '../../shared/contract/app.ts';
import { scratchFolder } from '../support/scratch.ts';

function packageWith(described: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = scratchFolder();
  for (const [name, content] of Object.entries({ 'package.json': JSON.stringify(described), ...files })) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('the notices of what ships', () => {
  it('hold a licence in full for everything, and travel with the built app', () => {
    const notices = collectNotices();
    expect(notices.length).toBeGreaterThan(100);
    for (const notice of notices) expect(noticeSchema.safeParse(notice).error, notice.name).toBeUndefined();
    expect(JSON.parse(readFileSync(inProject('out/app/notices.json'), 'utf8'))).toEqual(notices);
  });

  it('reach what is only in a bundle, what only another package needs, the fonts, and data under a licence', () => {
    const byName = new Map(collectNotices().map((notice) => [notice.name, notice]));
    for (const name of ['electron', 'react', 'scheduler', '@mantine/core', 'pdfkit', 'date-holidays-parser', 'strtok3'])
      expect(byName.has(name), name).toBe(true);
    expect(byName.get('@fontsource-variable/inter')?.text).toContain('SIL OPEN FONT LICENSE');
    expect(byName.get('date-holidays')?.licence).toContain('CC-BY-3.0');
    expect(byName.get('pdfjs-dist')?.text).toContain('LIBERATION FONT SOFTWARE');
    expect(byName.has('vitest')).toBe(false);
  });

  it('stand in THIRD_PARTY_NOTICES.md (else: node build/run.mjs notices)', () => {
    expect(readFileSync('THIRD_PARTY_NOTICES.md', 'utf8')).toBe(noticesMarkdown(collectNotices()));
  });

  it('leave out no package that the map of a bundle leads to', () => {
    const files = readdirSync(inProject('out/app'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.map'),
    );
    const maps = files.map(
      (file) => JSON.parse(readFileSync(inProject('out/app', file), 'utf8')) as { sources: string[] },
    );
    const mapped = maps.flatMap(({ sources }) => sources.flatMap((source) => /node_modules\/.+/.exec(source) ?? []));
    const noted = bundledFolders().map((folder) => `${folder}/`);
    expect(mapped.length).toBeGreaterThan(500);
    expect(mapped.filter((file) => !noted.some((folder) => file.startsWith(folder)))).toEqual([]);
  });
});

describe('a package that is to ship', () => {
  const described = { name: 'thing', version: '1.0.0', license: 'MIT', author: 'Ada Byron <ada@example.org>' };

  it('is refused where it carries no text of its licence', () => {
    expect(() => noticeOf(packageWith(described))).toThrow(/thing ships with the app and carries no text/);
  });

  it('is refused where it states no licence', () => {
    const { license: _, ...without } = described;
    expect(() => noticeOf(packageWith(without, { LICENSE: 'x' }))).toThrow(/thing 1\.0\.0 .* states no licence/);
  });

  it('speaks for all its parts, and not for the packages inside it', () => {
    const files = { LICENSE: 'of the code', 'fonts/LICENSE_FONT': 'of the fonts', 'node_modules/x/LICENSE': 'of x' };
    expect(noticeOf(packageWith(described, files))).toMatchObject({
      name: 'thing',
      by: 'Ada Byron',
      text: expect.stringMatching(/^of the code\n[^x]*of the fonts$/),
    });
  });

  it('has the words of its licence where its makers state it without them', () => {
    expect(noticeOf(packageWith({ ...described, name: 'saxes', license: 'ISC' })).text).toContain(
      'Copyright (c) Ada Byron',
    );
    expect(() => noticeOf(packageWith({ ...described, name: 'saxes' }))).toThrow(/carries no text/);
  });
});
