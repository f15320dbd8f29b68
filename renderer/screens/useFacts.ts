import type { Finding } from '../../shared/domain/readiness/finding.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { flattenRelease } from '../../shared/domain/records/releaseRecord.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';

/** The facts of the open release. Screens are drawn only while one is open. */
export function useFacts(): ReleaseFacts {
  const facts = useReleaseStore((state) => state.open?.facts);
  if (!facts) throw new Error('A release screen without an open release');
  return facts;
}

/** The open release's own record: its id, and its fields by name. */
export function useReleaseRecord(): { readonly id: string; readonly record: Readonly<Record<string, unknown>> } {
  const facts = useFacts();
  return { id: facts.release.id ?? '', record: flattenRelease(facts) };
}

const none: readonly Finding[] = [];

export function useFindings(): readonly Finding[] {
  return useReleaseStore((state) => state.open?.readiness.findings) ?? none;
}

/** The bodies that the release speaks of, the two of §5.3 first. */
export function bodiesOf(facts: ReleaseFacts): readonly string[] {
  const named = [
    ...facts.criteria.flatMap((criterion) => criterion.bodies ?? []),
    ...facts.views.map((view) => view.body),
    ...facts.requiredBodies.flatMap((required) => required.body ?? []),
  ];
  return [...new Set(['TAG', 'OPSG', ...named.sort()])];
}
