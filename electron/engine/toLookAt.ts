import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attachmentPath } from '../store/attachments.ts';
import type { Store } from '../store/openStore.ts';

/** As many as the window may still be showing while the next one is made. */
const kept = 3;

/** PDFs that the window may draw by their SHA-256 and that are no evidence: drafts, and packs that were opened. */
const folderOf = (store: Store) => join(store.paths.folder, 'previews');

/** Where a draft is written before it has a hash. */
export function previewTarget(store: Store): string {
  mkdirSync(folderOf(store), { recursive: true });
  return join(folderOf(store), 'preview.pdf');
}

/** Lays a file out for the window's viewer; `put` brings it to its place. */
export function layOutToLookAt(store: Store, sha256: string, put: (place: string) => void): void {
  const folder = folderOf(store);
  const place = attachmentPath(folder, sha256);
  mkdirSync(dirname(place), { recursive: true });
  put(place);
  forgetOld(folder, sha256);
}

const laidOut: string[] = [];

/** They can be laid out anew at any time; only the newest few stay, and none of an earlier start. */
function forgetOld(folder: string, sha256: string): void {
  const at = laidOut.indexOf(sha256);
  if (at >= 0) laidOut.splice(at, 1);
  laidOut.push(sha256);
  while (laidOut.length > kept) laidOut.shift();
  const wanted = new Set(laidOut.map((each) => each.slice(0, 2)));
  for (const name of readdirSync(folder)) {
    if (/^[0-9a-f]{2}$/.test(name) && !wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
