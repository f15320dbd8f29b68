import type { ManifestFile } from './manifest.ts';
import type { PackIdentity } from './packIdentity.ts';

const drawable: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);
/** Bytes. A larger file has its place in a viewer. */
const largest = 20_000_000;
/** So many pictures are seen at a glance, and add a megabyte or two. */
export const mostPictures = 100;

/** Whether the register of this pack may show the first page of this file, if it can be drawn. */
export function mayBePictured({ edition, document }: PackIdentity, file: ManifestFile): boolean {
  if (edition !== 'full' || document !== undefined || file.attachment === null) return false;
  return drawable.has(file.mediaType ?? '') && (file.bytes ?? Number.POSITIVE_INFINITY) <= largest;
}
