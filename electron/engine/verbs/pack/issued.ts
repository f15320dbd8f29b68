import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readIssuedPapers } from '../../../store/issuedPapers.ts';
import { findRelease } from '../../releaseByName.ts';
import { storeVerb } from '../../verb.ts';

/** Everything else that was issued: papers, addenda, decision records, other editions. */
export const packIssued = storeVerb('pack.issued', (_context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const papers = readIssuedPapers(store.db, found.value.id);
  return ok(papers.map(({ id: _id, releaseId: _release, manifestSha256: _manifest, ...paper }) => paper));
});
