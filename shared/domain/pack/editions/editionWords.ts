import type { Edition } from '../packIdentity.ts';
import type { PackSnapshot } from '../packSnapshot.ts';

/** Stands on every appended page and in the properties of a reading copy. */
export const readingMark = 'Reading copy; not the archival file';

export const editionWords: Readonly<Record<Edition, string>> = {
  full: 'full edition',
  public: 'public edition',
  reading: 'reading copy',
};

/** The line above the title of a pack. */
export function kickerOf({ identity }: PackSnapshot): string {
  if (identity.edition === 'public') return 'Go-Live pack, public edition';
  return identity.edition === 'reading' ? `Go-Live pack · ${readingMark}` : 'Go-Live pack';
}
