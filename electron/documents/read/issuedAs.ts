import { readFileSync } from 'node:fs';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import type { IssuedFile, ReleaseOfFile } from '../tasks.ts';
import { pageChanges, textsOf, withoutBlanks } from './pageChanges.ts';

/** The release whose facts a file holds. */
export function releaseIn(snapshot: PackSnapshot | null): ReleaseOfFile | null {
  if (snapshot === null) return null;
  const { id, name } = snapshot.facts.release;
  return { id: id ?? null, name };
}

/**
 * Which of the issued files a copy is that bears this reference. Two releases may have given it to a file each: then its
 * attached facts tell, and where these are gone, what its pages say.
 * @param release what its attached facts tell
 * @returns undefined: none, or it cannot be told which
 */
export async function issuedAs(
  copy: Uint8Array,
  reference: string,
  release: ReleaseOfFile | null,
  kept: readonly IssuedFile[],
): Promise<IssuedFile | undefined> {
  const same = kept.filter((one) => one.reference === reference);
  if (release !== null && release.id !== null) return same.find((one) => one.release.id === release.id);
  if (same.length < 2) return same[0];
  for (const one of same)
    if ((await pageChanges(new Uint8Array(readFileSync(one.path)), copy)).length === 0) return one;
  return undefined;
}

/**
 * What a copy was that has lost what says so, as its pages print it: the first that its first page names, for it names
 * the one before it too; of those that begin alike there, the longest.
 */
export async function printedIn(copy: Uint8Array, kept: readonly IssuedFile[]): Promise<string | null> {
  const texts = await textsOf(copy);
  if (texts === null) return null;
  const first = texts[0] ?? '';
  const found = kept
    .map(({ reference }) => ({ reference, at: first.indexOf(withoutBlanks(reference)) }))
    .filter(({ at }) => at >= 0);
  found.sort((left, right) => left.at - right.at || right.reference.length - left.reference.length);
  return found[0]?.reference ?? null;
}
