import { readMail } from '../preview/mail.ts';
import { readStart } from '../preview/readStart.ts';
import type { Properties } from './properties.ts';

const headBytes = 256_000;
const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Subject and day of a message; both stand at its beginning. The day is the one in Great Britain. */
export async function mailInfo(file: string): Promise<Properties> {
  const { bytes } = await readStart(file, headBytes);
  const { subject, date } = await readMail(bytes);
  const sent = new Date(date ?? '');
  return { title: subject ?? null, date: Number.isNaN(sent.getTime()) ? null : london.format(sent) };
}
