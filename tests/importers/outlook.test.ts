import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../../electron/engine/mediaType.ts';
import { mailAttachment } from '../../electron/importers/preview/mailAttachment.ts';
import { preview } from '../../electron/importers/preview/preview.ts';
import { describeFile } from '../../electron/importers/properties/describeFile.ts';
import { outlookMessage } from '../support/outlookMessage.ts';
import { writeZip } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const outlook = 'application/vnd.ms-outlook';
describe('a message that Outlook saved', () => {
  it('is shown as any other, and dated by the day in Great Britain', async () => {
    const path = join(scratchFolder(), 'review.msg');
    writeFileSync(path, outlookMessage());
    expect(await mediaTypeOf(path)).toBe(outlook);
    expect(await preview({ path, mediaType: outlook })).toMatchObject({
      ok: true,
      value: {
        kind: 'email',
        from: 'Ada Byron <ada@example.org>',
        to: 'Charles Babbage <charles@example.org>',
        subject: 'Exit review of SIT',
        text: 'The review has passed.\nSee the report.',
        attachments: [{ name: 'report.pdf', bytes: 8 }],
      },
    });
    const input = { file: path, name: 'review.msg', mediaType: outlook };
    expect(await describeFile(input)).toMatchObject({
      ok: true,
      value: { title: 'Exit review of SIT', date: '2026-06-25' },
    });
  });

  it.each([
    [1252, 'Exit review at the Café'],
    [1250, 'Exit review of Wrocław'],
  ] as const)('is read in its own code page where it is of the old format: %i', async (codePage, subject) => {
    const path = join(scratchFolder(), 'review.msg');
    writeFileSync(path, outlookMessage({ subject, codePage }));
    expect(await preview({ path, mediaType: outlook })).toMatchObject({
      ok: true,
      value: { subject, from: 'Ada Byron <ada@example.org>', attachments: [{ name: 'report.pdf', bytes: 8 }] },
    });
  });

  it('gives each attachment as a file of its own, and says where it has none', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'review.msg');
    writeFileSync(path, outlookMessage());
    const job = { path, mediaType: outlook, out: join(folder, 'out') };
    const take = (attachment: number) => mailAttachment({ ...job, attachment });
    expect(await take(0)).toEqual({ ok: true, value: { name: 'report.pdf' } });
    expect(readFileSync(job.out, 'latin1')).toBe('%PDF-1.7');
    expect(await take(1)).toMatchObject({ ok: false, error: { message: 'This message has no such attachment.' } });
  });

  it.each([
    ['cut', 0.4],
    ['cut to its head', 0.05],
  ])('and refused in a sentence where it is %s', async (_, part) => {
    const path = join(scratchFolder(), 'review.msg');
    const whole = outlookMessage();
    writeFileSync(path, whole.subarray(0, whole.length * part));
    expect(await preview({ path, mediaType: outlook })).toEqual({
      ok: true,
      value: { kind: 'none', sentence: 'This Outlook message is damaged, and cannot be read here.' },
    });
  });
});

describe('a presentation', () => {
  it('gives its words, slide by slide', async () => {
    const slide = (words: string) =>
      `<?xml version="1.0"?><p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:txBody>${words}</p:txBody></p:sld>`;
    const path = await writeZip(join(scratchFolder(), 'a.pptx'), {
      'ppt/slides/slide1.xml': slide('<a:p><a:r><a:t>Exit </a:t></a:r><a:r><a:t>review</a:t></a:r></a:p><a:p/>'),
      'ppt/slides/slide10.xml': slide('<a:p><a:r><a:t>Last</a:t></a:r></a:p>'),
      'ppt/slides/slide2.xml': slide('<a:p><a:r><a:t>Next</a:t></a:r></a:p>'),
    });
    const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
    const shown = await preview({ path, mediaType });
    expect(shown).toMatchObject({ ok: true, value: { kind: 'document', truncated: false } });
    expect((shown as { value: { paragraphs: { text: string }[] } }).value.paragraphs.map(({ text }) => text)).toEqual([
      'Slide 1',
      'Exit review',
      'Slide 2',
      'Next',
      'Slide 3',
      'Last',
    ]);
  });
});
