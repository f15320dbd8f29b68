import { z } from 'zod';
import { isAcceptedFor } from '../records/acceptance.ts';
import { positions } from '../records/committees.ts';
import { type Criterion, selfStatuses } from '../records/criterion.ts';
import { evidenceKey, evidenceStatuses } from '../records/evidence.ts';
import { modificationKey } from '../records/recordKinds.ts';
import { type RuleContext, ruleContextOf } from '../rulebook/context/ruleContext.ts';
import { standingView } from '../rulebook/context/viewIndex.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { freshnessOf } from '../staleness/staleness.ts';

/** `accepted`: the acceptance is of what stands, and for this criterion; `status` alone says neither. */
const coveredEvidenceSchema = z.strictObject({
  key: z.string(),
  status: z.enum(evidenceStatuses).nullable(),
  accepted: z.boolean(),
});
/** `position` null: not asked, or asked and not answered (`asked`). */
const coveredViewSchema = z.strictObject({
  body: z.string(),
  position: z.enum(positions).nullable(),
  asked: z.boolean(),
  stale: z.boolean(),
});

/**
 * One line of the matrix: what shows, for one modification, that one criterion is met. `modification` null: the
 * criterion speaks for the whole release. `criterion` null: nothing speaks for the modification by itself.
 */
const coverageRowSchema = z.strictObject({
  modification: z.string().nullable(),
  criterion: z.string().nullable(),
  text: z.string().nullable(),
  selfStatus: z.enum(selfStatuses).nullable(),
  evidence: z.array(coveredEvidenceSchema),
  views: z.array(coveredViewSchema),
  /** What is not there, in words; empty: no hole. */
  holes: z.array(z.string()),
});

export const coverageSchema = z.strictObject({
  rows: z.array(coverageRowSchema),
  /** Rows with at least one hole. */
  open: z.int(),
});
export type Coverage = z.output<typeof coverageSchema>;
export type CoverageRow = Coverage['rows'][number];

/** `EV-003@2 accepted`, `EV-004@1 accepted for something else`: the item and what its status says for the criterion. */
export function evidenceInWords({ key, status, accepted }: CoverageRow['evidence'][number]): string {
  const isForOther = status === 'accepted' && !accepted;
  return `${key} ${isForOther ? 'accepted for something else' : (status ?? '')}`.trim();
}

/**
 * Modification × criterion × evidence × view, with its holes. Good practice: the guidance asks that criteria are shown to
 * be met and that the bodies' input is sought (§5.3), not that every modification has a criterion of its own.
 */
export function computeCoverage(snapshot: Snapshot): Coverage {
  const context = ruleContextOf(snapshot);
  const lines = new Map(context.facts.criteria.map((criterion) => [criterion.reference, lineOf(context, criterion)]));
  const byModification = new Map<string, Criterion[]>();
  for (const criterion of context.facts.criteria)
    for (const key of new Set(criterion.modifications ?? [])) {
      const known = byModification.get(key);
      if (known) known.push(criterion);
      else byModification.set(key, [criterion]);
    }
  const rows: CoverageRow[] = [];
  for (const criterion of context.facts.criteria) {
    if ((criterion.modifications ?? []).length > 0) continue;
    rows.push({ modification: null, ...(lines.get(criterion.reference) as Line) });
  }
  for (const modification of context.scope.modifications) {
    const key = modificationKey(modification);
    const own = byModification.get(key) ?? [];
    for (const criterion of own) rows.push({ modification: key, ...(lines.get(criterion.reference) as Line) });
    if (own.length === 0) rows.push({ modification: key, ...nothingFor(context) });
  }
  return { rows, open: rows.filter((row) => row.holes.length > 0).length };
}

type Line = Omit<CoverageRow, 'modification'>;

/** A modification without a criterion of its own may still be spoken for by those of the whole release. */
function nothingFor(context: RuleContext): Line {
  const general = context.facts.criteria.some((criterion) => (criterion.modifications ?? []).length === 0);
  const holes = general ? [] : ['no criterion speaks for it'];
  return { criterion: null, text: null, selfStatus: null, evidence: [], views: [], holes };
}

function lineOf(context: RuleContext, criterion: Criterion): Line {
  const { reference, text, selfStatus } = criterion;
  const evidence = context.evidence.ofCriterion(reference);
  const views = context.bodiesOf(criterion).map((body) => {
    const state = context.views.of(body, reference);
    const standing = standingView(state);
    const stale = standing !== null && freshnessOf(standing, criterion, context.evidence).kind === 'stale';
    return { body, position: standing?.position ?? null, asked: (state?.asked ?? null) !== null, stale };
  });
  const applies = selfStatus !== 'notApplicable';
  const ofEvidence = [
    ...(evidence.length === 0 ? ['no evidence'] : []),
    ...(evidence.length > 0 && evidence.every((item) => !isAcceptedFor(item, reference))
      ? ['no accepted evidence']
      : []),
    ...(criterion.bodies === null ? ['no body decided'] : []),
  ];
  // A body is asked on what its owner calls not applicable, too (`docs/domain.md`, second round).
  const ofViews = [
    ...views.filter((view) => view.position === null).map((view) => `no view of ${view.body}`),
    ...views.filter((view) => view.stale).map((view) => `${view.body}'s view is stale`),
  ];
  const holes = applies ? [...ofEvidence, ...ofViews] : ofViews;
  return {
    criterion: reference,
    text,
    selfStatus,
    evidence: evidence.map((item) => ({
      key: evidenceKey(item),
      status: item.status,
      accepted: isAcceptedFor(item, reference),
    })),
    views,
    holes,
  };
}
