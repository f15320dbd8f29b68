import { writtenLondonDay } from '../../../shared/domain/calendar/londonDay.ts';
import { readMail } from '../preview/mail.ts';
import { readOutlookMail } from '../preview/msgMail.ts';
import { readStart } from '../preview/readStart.ts';
import type { Properties } from './properties.ts';

const headBytes = 256_000;

/** Subject and day of a message; both stand at its beginning. The day is the one in Great Britain. */
export async function mailInfo(file: string): Promise<Properties> {
  const { bytes } = await readStart(file, headBytes);
  const { subject, date } = await readMail(bytes);
  return { title: subject ?? null, date: dayOf(date) };
}

/** The same of a message that Outlook saved. */
export async function outlookInfo(file: string): Promise<Properties> {
  const { subject, date } = await readOutlookMail(file);
  return { title: subject === '' ? null : subject, date: dayOf(date) };
}

function dayOf(stamp: string | null | undefined): string | null {
  const sent = new Date(stamp ?? '');
  return Number.isNaN(sent.getTime()) ? null : writtenLondonDay(sent.getTime());
}
