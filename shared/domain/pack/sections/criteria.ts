import type { Criterion } from '../../records/criterion.ts';
import { type Block, paragraph, type Section, type Span } from '../blocks.ts';
import { standingOf } from '../bodyViews.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { findingsTable, nothing } from '../tables.ts';
import { criterionHead, criterionPart } from './criterionHead.ts';
import { criterionFacts, evidenceTable, speaksForAll } from './criterionParts.ts';
import { viewsTable } from './viewsTable.ts';

/** One part for each criterion, with its evidence and views, and the way back to the matrix. */
export function criteriaSection(context: PackContext): Section {
  const { criteria } = context.facts;
  return {
    id: places.criteria,
    title: 'Criteria one by one',
    orientation: 'portrait',
    ownPage: false,
    blocks:
      criteria.length === 0
        ? [nothing('There is no criterion to show.')]
        : [...wholeRelease(criteria), ...criteria.flatMap((criterion) => criterionBlocks(context, criterion))],
  };
}

/** Said once, not under each of them. */
function wholeRelease(criteria: readonly Criterion[]): readonly Block[] {
  const all = criteria.filter(speaksForAll);
  if (all.length === 0) return [];
  const text =
    all.length === criteria.length
      ? 'No criterion names a modification: each speaks for the whole release.'
      : 'A criterion that names no modification speaks for the whole release.';
  return [nothing(text)];
}

function criterionBlocks(context: PackContext, criterion: Criterion): readonly Block[] {
  const { reference } = criterion;
  const findings = context
    .findingsOfCriterion(reference)
    .filter((one) => one.outcome !== 'met' && one.outcome !== 'notApplicable');
  const met = context.findingsOfCriterion(reference).filter((one) => one.outcome === 'met');
  const items = context.facts.evidence.filter((item) => (item.criteria ?? []).includes(reference));
  const blocks: Block[] = [
    ...criterionHead(criterion, 'back to matrix'),
    { kind: 'facts', rows: criterionFacts(context, criterion) },
    criterionPart(criterion, 'Evidence', 'evidence'),
    items.length === 0 ? nothing('No evidence is linked to this criterion.') : evidenceTable(context, items),
    criterionPart(criterion, 'Views', 'views'),
    ...viewBlocks(context, criterion),
  ];
  if (findings.length > 0) {
    blocks.push(criterionPart(criterion, 'What stands open', 'findings'));
    blocks.push(findingsTable(`Findings on ${reference}`, findings, context.asOf));
  } else if (met.length > 0) {
    blocks.push(nothing('No rule finds anything open on this criterion.'));
  }
  return blocks;
}

function viewBlocks(context: PackContext, criterion: Criterion): readonly Block[] {
  const standings = context.bodies.map((body) => standingOf(context, body, criterion)).filter((one) => one.concerned);
  if (standings.length > 0) return [viewsTable(context, standings, `Views on ${criterion.reference}`)];
  const why: Span =
    criterion.bodies === null
      ? {
          text: `Whose view corresponds to this criterion is not decided${criterion.bodiesReason ? `; recorded beside it: ${criterion.bodiesReason}` : ''}.`,
          soft: true,
        }
      : {
          text: `No body corresponds to this criterion${criterion.bodiesReason ? `: ${criterion.bodiesReason}` : ', and no reason is recorded'}.`,
          soft: true,
        };
  return [paragraph([why])];
}
