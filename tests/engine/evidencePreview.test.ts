import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../../shared/domain/foundation/result.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import {
  htmlMessage,
  inFolder,
  paragraph,
  png,
  scriptedSvg,
  writeDocx,
  writePdf,
  writeZip,
} from '../support/previewFiles.ts';

describe('the preview of an evidence item', () => {
  it('goes by the content of its file, whatever its name says', async () => {
    const { add, does, folder } = await evidenceStore();
    const kinds: Record<string, string> = {};
    for (const path of [
      await writePdf(join(folder, 'really a pdf.txt')),
      inFolder(folder, 'picture.dat', png),
      inFolder(folder, 'drawing.svg', scriptedSvg),
      inFolder(folder, 'notes.pdf', 'only words'),
      inFolder(folder, 'issues.csv', 'a,b\n1,2\n'),
      inFolder(folder, 'letter.bin', htmlMessage),
      inFolder(folder, 'page.txt', '<!doctype html><script>alert(1)</script>'),
      await writeDocx(join(folder, 'report.docx'), paragraph('words')),
      await writeZip(join(folder, 'many.zip'), { 'a.txt': 'a' }),
      inFolder(folder, 'program.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    ]) {
      const { id, file } = await add(path);
      kinds[String(file)] = (await does('evidence.preview', { id })).kind;
    }
    expect(kinds).toEqual({
      'really a pdf.txt': 'pdf',
      'picture.dat': 'image',
      'drawing.svg': 'image',
      'notes.pdf': 'text',
      'issues.csv': 'table',
      'letter.bin': 'email',
      'page.txt': 'text',
      'report.docx': 'document',
      'many.zip': 'none',
      'program.txt': 'none',
    });
  });

  it('is a sentence where the file was taken out for good, and where its type has none', async () => {
    const { add, does, folder } = await evidenceStore();
    const { id } = await add(inFolder(folder, 'a.bin', Buffer.from([0, 1, 2, 3])));
    expect(await does('evidence.preview', { id })).toEqual({
      kind: 'none',
      sentence: 'There is no preview of this type; Show a copy opens it in its own program.',
    });
    await does('evidence.purge', { asOf: null, id, reason: 'private' });
    expect(await does('evidence.preview', { id })).toMatchObject({ sentence: 'This item has no file to show.' });
  });

  it('is a sentence where reading the file ended the process that read it', async () => {
    const { add, does, folder } = await evidenceStore({ runDisposable: async () => fail('renderFailed', 'ended') });
    const { id } = await add(inFolder(folder, 'a.txt', 'words'));
    expect(await does('evidence.preview', { id })).toMatchObject({ kind: 'none' });
  });

  it('is refused where the store has lost the file', async () => {
    const { add, refuses, folder } = await evidenceStore();
    const { id } = await add(inFolder(folder, 'a.txt', 'words'));
    rmSync(join(folder, 'store', 'files'), { recursive: true });
    expect((await refuses('evidence.preview', { id })).kind).toBe('storeFailed');
  });
});
