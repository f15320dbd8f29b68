import type { PackExport } from '../../shared/contract/pack.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import type { Edition } from '../../shared/domain/pack/packIdentity.ts';

/** The other editions of a pack, as they stand in a sentence. */
export const editionWords: Readonly<Record<Exclude<Edition, 'full'>, string>> = {
  reading: 'reading copy',
  public: 'public edition',
};

/** What was made, and where what was issued is kept. A final is called by its number from now on, so it is told with it. */
export function issuedInWords({ final, reference, file, pages }: PackExport, edition: Edition): string {
  const made = `${file}, ${countOf(pages, 'page')}`;
  if (!final) return `Exported ${made}.`;
  return `Issued ${reference} as ${made}; it is kept under ${edition === 'full' ? 'Final packs' : 'Papers for the bodies'}.`;
}
