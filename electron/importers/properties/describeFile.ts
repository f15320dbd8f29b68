import { access, constants, readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { guessFromName } from '../../../shared/domain/records/guessFromName.ts';
import type { DescribedFile, DescribeFileInput } from '../tasks.ts';
import { looksLikeTitle } from './looksLikeTitle.ts';
import type { Properties } from './properties.ts';

/**
 * The task `describeFile`: title, date and version; the name's words where the properties say nothing sound, or are those
 * of a damaged document. A file that cannot be opened at all is refused.
 */
export async function describeFile({ file, name, mediaType }: DescribeFileInput): Promise<Result<DescribedFile>> {
  const isReadable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isReadable) return fail('invalidInput', `“${name}” cannot be opened; look whether it is still there.`, name);
  const named = guessFromName(name);
  const properties = await propertiesOf(file, mediaType).catch(() => ({ title: null, date: null }));
  const title = properties.title?.replace(/\s+/g, ' ').trim() ?? '';
  return ok({
    title: looksLikeTitle(title) ? title : named.title,
    date: named.date ?? properties.date,
    version: named.version,
  });
}

async function propertiesOf(file: string, mediaType: string): Promise<Properties> {
  if (mediaType === 'application/pdf') return (await import('./pdfInfo.ts')).pdfInfo(await readFile(file));
  if (mediaType === 'message/rfc822') return (await import('./mailInfo.ts')).mailInfo(file);
  if (mediaType === 'application/vnd.ms-outlook') return (await import('./mailInfo.ts')).outlookInfo(file);
  return (await import('./officeInfo.ts')).officeInfo(file);
}
