import { existsSync } from 'node:fs';
import type { IssuedFile, ReleaseOfFile } from '../../documents/tasks.ts';
import { attachmentPath } from '../../store/attachments.ts';
import { readReleases } from '../../store/facts.ts';
import { readFinalPacks } from '../../store/finalPacks.ts';
import { readIssuedPapers } from '../../store/issuedPapers.ts';
import type { Store } from '../../store/openStore.ts';
import { type Kept, takenOutSentence } from '../keptSnapshot.ts';
import { isSameName } from '../uniqueness.ts';

/** A living release, as a person names it. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Where the store keeps what was issued for each of its releases, that of the one named first: a file that comes back may
 * be of another than whoever reads it thinks. What was taken out for good, or is lost, is left out.
 */
export function keptFiles(
  store: Store,
  named: Named,
  issuedFor: (releaseId: string) => readonly Kept[],
): readonly IssuedFile[] {
  const others = readReleases(store.db).filter(({ id }) => id !== named.id);
  return [named, ...others].flatMap(({ id, name }) =>
    issuedFor(id)
      .filter((one) => takenOutSentence(store, one) === null)
      .map(({ reference, sha256 }) => ({
        reference,
        path: attachmentPath(store.paths.files, sha256),
        release: { id, name },
      }))
      .filter(({ path }) => existsSync(path)),
  );
}

/** Everything that was issued for a release. */
export function issuedFor(store: Store, releaseId: string): readonly Kept[] {
  return [...readFinalPacks(store.db, releaseId), ...readIssuedPapers(store.db, releaseId)];
}

/**
 * Whose a file is that came back, where it is not of the release named; null where it is. Two releases that were made one,
 * or set up apart on both sides, may have other ids and one name: then only a living release of that id is another.
 */
export function otherReleaseOf(store: Store, named: Named, of: ReleaseOfFile): string | null {
  if (of.id === named.id) return null;
  const living = readReleases(store.db).find(({ id }) => id === of.id);
  if (living) return isSameName(living.name, named.name) ? `the other ${living.name} in this store` : living.name;
  return isSameName(of.name, named.name) ? null : of.name;
}
