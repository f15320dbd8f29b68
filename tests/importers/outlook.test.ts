import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../../electron/engine/mediaType.ts';
import { previewTask } from '../../electron/importers/preview/preview.ts';
import { describeFileTask } from '../../electron/importers/properties/describeFile.ts';
import { writeZip } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const outlook = 'application/vnd.ms-outlook';
const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

/** A message as Outlook lays it down (MS-OXMSG): a stream for each text, and one of fixed properties. */
function message(): Uint8Array {
  const text = (tag: string, words: string) => stream(`__substg1.0_${tag}001F`, Buffer.from(words, 'utf16le'));
  const stream = (name: string, bytes: Buffer) => ({
    name,
    type: DOCUMENT,
    length: bytes.length,
    binaryProvider: () => new Uint8Array(bytes),
  });
  const own = [
    text('0037', 'Exit review of SIT'),
    text('0C1A', 'Ada Byron'),
    text('5D01', 'ada@example.org'),
    text('1000', 'The review has passed.\r\nSee the report.'),
    stream('__properties_version1.0', fixed(32, 1)),
  ];
  const recipient = [
    text('3001', 'Charles Babbage'),
    text('39FE', 'charles@example.org'),
    stream('__properties_version1.0', fixed(8, 0)),
  ];
  const file = [
    text('3707', 'report.pdf'),
    stream('__substg1.0_37010102', Buffer.from('%PDF-1.7')),
    stream('__properties_version1.0', fixed(8, 0)),
  ];
  const entries: object[] = [];
  const root = { name: 'Root Entry', type: ROOT, length: 0, children: [] as number[] };
  entries.push(root);
  for (const one of own) root.children.push(entries.push(one) - 1);
  for (const [name, parts] of [
    ['__recip_version1.0_#00000000', recipient],
    ['__attach_version1.0_#00000000', file],
  ] as const) {
    const folder = { name, type: DIRECTORY, length: 0, children: [] as number[] };
    root.children.push(entries.push(folder) - 1);
    for (const part of parts) folder.children.push(entries.push(part) - 1);
  }
  return burn(entries as never);
}

/** The stream of fixed properties: its head, and the time of sending, 23:30 UTC of 24 June 2026. */
function fixed(head: number, dates: number): Buffer {
  const bytes = Buffer.alloc(head + dates * 16);
  if (dates > 0) {
    bytes.writeUInt32LE(0x00390040, head);
    bytes.writeBigUInt64LE(BigInt(Date.UTC(2026, 5, 24, 23, 30) + 11_644_473_600_000) * 10_000n, head + 8);
  }
  return bytes;
}

describe('a message that Outlook saved', () => {
  it('is shown as any other, and dated by the day in Great Britain', async () => {
    const path = join(scratchFolder(), 'review.msg');
    writeFileSync(path, message());
    expect(await mediaTypeOf(path)).toBe(outlook);
    expect(await previewTask('preview', { path, mediaType: outlook }, () => undefined)).toMatchObject({
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
    expect(await describeFileTask('describeFile', input, () => undefined)).toMatchObject({
      ok: true,
      value: { title: 'Exit review of SIT', date: '2026-06-25' },
    });
  });

  it.each([
    ['cut', 0.4],
    ['cut to its head', 0.05],
  ])('and refused in a sentence where it is %s', async (_, part) => {
    const path = join(scratchFolder(), 'review.msg');
    const whole = message();
    writeFileSync(path, whole.subarray(0, whole.length * part));
    expect(await previewTask('preview', { path, mediaType: outlook }, () => undefined)).toEqual({
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
    const shown = await previewTask('preview', { path, mediaType }, () => undefined);
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
