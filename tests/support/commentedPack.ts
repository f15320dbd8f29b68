import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { begunOnce } from './begunOnce.ts';
import { sampleFile } from './engine.ts';
import { dropAttachments } from './fillPaper.ts';

export const reader = { T: 'Zoë Łuka', CreationDate: "D:20211026233000+00'00'" };

let today = calendarDate('2021-10-20');

const begun = begunOnce(
  async ({ does }, folder) => {
    today = calendarDate('2021-10-20');
    const { id } = await does('release.import', { file: sampleFile, replace: false });
    const final = { release: id, asOf: null, final: true, acceptBlockers: 'To be commented on.' };
    await does('pack.export', { ...final, out: join(folder, 'pack.pdf') });
    return { id };
  },
  { today: () => today },
);

/** A store with the sample and its first final, eight days after that was issued. */
export async function withFinal() {
  const test = await begun();
  const { does, folder, id } = test;
  const comments = async () => (await does('release.open', { release: id, asOf: null })).facts.comments;
  // Readers write into it once it is issued.
  today = calendarDate('2021-10-28');
  return { ...test, pack: join(folder, 'pack.pdf'), comments, commented: join(folder, 'commented.pdf') };
}

export type Given = Awaited<ReturnType<typeof withFinal>>;

/** Saved by a program that drops attachments and metadata. */
export async function strip(file: string): Promise<void> {
  const document = await PDFDocument.load(readFileSync(file));
  dropAttachments(document);
  writeFileSync(file, await document.save());
}
