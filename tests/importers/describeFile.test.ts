import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFile } from '../../electron/importers/properties/describeFile.ts';
import { looksLikeTitle } from '../../electron/importers/properties/looksLikeTitle.ts';
import { core, htmlMessage, inFolder, paragraph, writeDocx, writePdf } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function describes(file: string, name: string, mediaType: string) {
  const described = await describeFile({ file, name, mediaType });
  return described.ok ? described.value : described.error.message;
}

describe('what a document says of itself', () => {
  it('is the title and the day of a PDF', async () => {
    const file = join(scratchFolder(), 'x.pdf');
    await writePdf(file, { title: 'SIT exit report', made: new Date('2021-09-30T10:00:00Z') });
    expect(await describes(file, 'x v2.pdf', 'application/pdf')).toEqual({
      title: 'SIT exit report',
      date: '2021-09-30',
      version: 'v2',
    });
  });

  it('is the title and the day of a Word document, and a date in the name wins', async () => {
    const file = join(scratchFolder(), 'x.docx');
    await writeDocx(file, paragraph('x'), core('Test approach', '2021-09-30T10:00:00Z'));
    expect(await describes(file, 'x.docx', docx)).toMatchObject({ title: 'Test approach', date: '2021-09-30' });
    expect(await describes(file, 'x 2021-10-04.docx', docx)).toMatchObject({ date: '2021-10-04' });
  });

  it('is the subject of a message and its day in Great Britain', async () => {
    const file = inFolder(scratchFolder(), 'x.eml', htmlMessage);
    expect(await describes(file, 'x.eml', 'message/rfc822')).toMatchObject({
      title: 'SIT exit – approved',
      date: '2021-10-01',
    });
  });

  it.each([
    ['application/pdf', '%PDF-1.7 and nothing more'],
    [docx, 'PK and nothing more'],
    ['message/rfc822', ''],
  ])('is its name where a damaged %s says nothing', async (mediaType, content) => {
    const file = inFolder(scratchFolder(), 'x', content);
    expect(await describes(file, 'UIT exit.bin', mediaType)).toEqual({ title: 'UIT exit', date: null, version: null });
  });

  it('is nothing where the file cannot be opened, and that is said', async () => {
    const gone = join(scratchFolder(), 'gone.pdf');
    expect(await describes(gone, 'gone.pdf', 'application/pdf')).toBe(
      '“gone.pdf” cannot be opened; look whether it is still there.',
    );
  });

  it.each(['Microsoft Word - Document1', 'Document1', 'untitled', 'PowerPoint Presentation', 'x.docx', '', '12 34'])(
    'is never the filler “%s”',
    (title) => expect(looksLikeTitle(title)).toBe(false),
  );

  it.each(['SIT exit report', 'Documented decisions', 'MP150'.concat(' impact')])('may well be “%s”', (title) =>
    expect(looksLikeTitle(title)).toBe(true),
  );
});
