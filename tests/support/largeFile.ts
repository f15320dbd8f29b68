import { largeRelease } from '../fixtures/largeRelease.ts';

/**
 * A release file of a large release. At scale 0.2: 200 criteria, 2,000 evidence items, 1,000 views and 5,000 test
 * issues.
 */
export function largeFile(scale: number) {
  const facts = largeRelease(scale);
  const testIssues = Array.from({ length: 25_000 * scale }, (_, at) => ({
    reference: `TI-${at}`,
    phase: 'SIT',
    severity: 1 + (at % 4),
    title: `Issue ${at}`,
    open: at % 3 === 0,
  }));
  const evidence = facts.evidence.map(({ sha256: _, ...item }) => item);
  return { format: 'sec-golive/release', version: 1, ...facts, evidence, testIssues };
}
