import type { Finding } from '../findings/finding.ts';
import type { AppliedChange } from '../rulebook/appliedChanges.ts';
import type { Block, Table } from './blocks.ts';
import { cell, headingOf } from './tables.ts';

/** What of the shipped rulebook was changed, wherever its findings stand; nothing where it stands as shipped. */
export function rulebookChangedBlocks(changed: readonly AppliedChange[], id: string): readonly Block[] {
  return changed.length === 0 ? [] : [headingOf('Changed in the rulebook', id), rulebookChangedTable(changed)];
}

export function rulebookChangedTable(changed: readonly AppliedChange[]): Table {
  return {
    kind: 'table',
    caption: 'Changes of the rulebook',
    headless: true,
    columns: [{ title: 'Change', weight: 100 }],
    rows: changed.map((one) => [cell(one.sentence)]),
  };
}

/** Those that weigh the findings of these rules; a paper holds findings of a few rules only. */
export function changedFor(findings: readonly Finding[], changed: readonly AppliedChange[]): readonly AppliedChange[] {
  const rules = new Set(findings.map((finding) => finding.rule));
  return changed.filter((one) => one.what === 'severity' && rules.has(one.subject));
}

/** The change by which somebody lets a finding weigh less than the blocker that it is as shipped; null where none does. */
export function loweredFrom(finding: Finding, changed: readonly AppliedChange[]): AppliedChange | null {
  const change = changed.find((one) => one.what === 'severity' && one.subject === finding.rule);
  return change !== undefined && change.from === 'blocker' && finding.severity !== 'blocker' ? change : null;
}
