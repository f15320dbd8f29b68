import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { issueCellsOf, sumOpen } from '../../../../shared/domain/testing/issueCells.ts';
import { storeVerb } from '../../verb.ts';

/** How many issues of each phase and severity are open and closed. One that is not stated to be closed counts as open. */
export const issuesCounts = storeVerb('issues.counts', (context, store, input) => {
  const facts = context.cache.read(store.db, input.releaseId);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', input.releaseId);
  const cells = issueCellsOf(facts.testIssues);
  return ok({ total: facts.testIssues.length, open: sumOpen(cells), cells: [...cells] });
});
