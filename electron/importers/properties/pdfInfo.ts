import { loadPdfjs } from '../../disposable/loadPdfjs.ts';
import type { Properties } from './properties.ts';

/** Title and date of a PDF's information; the day it was last changed, else the day it was made, in its own zone. */
export async function pdfInfo(content: Uint8Array): Promise<Properties> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: new Uint8Array(content), enableXfa: false, verbosity: 0 });
  try {
    const { info } = await (await task.promise).getMetadata();
    const { Title, ModDate, CreationDate } = info as Readonly<Record<string, unknown>>;
    return { title: typeof Title === 'string' ? Title : null, date: dayOf(ModDate) ?? dayOf(CreationDate) };
  } finally {
    await task.destroy();
  }
}

/** `D:20210930170000+01'00'` is 30 September 2021. */
function dayOf(stamp: unknown): string | null {
  const match = typeof stamp === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/.exec(stamp) : null;
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}
