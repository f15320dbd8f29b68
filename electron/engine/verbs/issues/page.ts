import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { keyOf } from '../../../../shared/domain/records/recordKinds.ts';
import type { TestIssue } from '../../../../shared/domain/records/testing.ts';
import { storeVerb } from '../../verb.ts';

/** One page of the test issues that fit, in the release's order. */
export const issuesPage = storeVerb('issues.page', (context, store, input) => {
  const facts = context.cache.read(store.db, input.releaseId);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', input.releaseId);
  const wanted = input.text.trim().toLowerCase();
  const { called } = input;
  const fits = (issue: TestIssue) =>
    (input.phase === null || issue.phase === input.phase) &&
    (input.severity === null || issue.severity === input.severity) &&
    (input.open === null || (issue.open !== false) === input.open) &&
    (called === undefined || issue.id === called || keyOf('testIssue', issue) === called) &&
    (wanted === '' || `${issue.reference ?? ''} ${issue.title ?? ''}`.toLowerCase().includes(wanted));
  const found = facts.testIssues.filter(fits);
  return ok({ total: found.length, issues: found.slice(input.offset, input.offset + input.limit) });
});
