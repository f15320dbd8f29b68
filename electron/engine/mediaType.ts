import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';

/** Types that content alone does not tell, by the name's ending. */
const byEnding: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.html': 'text/html',
  '.eml': 'message/rfc822',
  '.svg': 'image/svg+xml',
};

/** The media type from the content; where that says nothing, from the name. */
export async function mediaTypeOf(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  return found?.mime ?? byEnding[extname(path).toLowerCase()] ?? 'application/octet-stream';
}
