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
  forgetOld(store, sha256);
}

/** Of each open store, the newest last. */
const laidOut = new WeakMap<Store, readonly string[]>();

/** They can be laid out anew at any time; only the newest few stay, and none of an earlier start. */
function forgetOld(store: Store, sha256: string): void {
  const folder = folderOf(store);
  const others = (laidOut.get(store) ?? []).filter((each) => each !== sha256);
  const newest = [...others, sha256].slice(-kept);
  laidOut.set(store, newest);
  const wanted = new Set(newest.map((each) => each.slice(0, 2)));
  for (const name of readdirSync(folder)) {
    if (/^[0-9a-f]{2}$/.test(name) && !wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
