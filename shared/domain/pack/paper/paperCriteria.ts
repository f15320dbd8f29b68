import { theBody } from '../../records/bodies.ts';
import type { Criterion } from '../../records/criterion.ts';
import type { Evidence } from '../../records/evidence.ts';
import { isOf } from '../../rulebook/rules.ts';
import { type Block, paragraph, type Section, type Span } from '../blocks.ts';
import { standingOf } from '../bodyViews.ts';
import type { PackContext } from '../packContext.ts';
import type { PaperIdentity } from '../packIdentity.ts';
import { places } from '../places.ts';
import { criterionHead, criterionPart } from '../sections/criterionHead.ts';
import { criterionFacts, evidenceTable } from '../sections/criterionParts.ts';
import { viewsTable } from '../sections/viewsTable.ts';
import { findingsTable, nothing } from '../tables.ts';
import { type SinceSeen, sinceSeen } from './sinceSeen.ts';

/** Each criterion as the body is asked about it: the wording, what changed since, the evidence, what stands open. */
export function paperCriteriaSection(context: PackContext, paper: PaperIdentity): Section {
  return {
    id: places.criteria,
    title: 'The criteria, with their evidence',
    orientation: 'portrait',
    ownPage: true,
    blocks: context.facts.criteria.flatMap((criterion) => criterionBlocks(context, criterion, paper.body)),
  };
}

function criterionBlocks(context: PackContext, criterion: Criterion, body: string): readonly Block[] {
  const { reference } = criterion;
  const since = sinceSeen(context, body, criterion);
  const standing = standingOf(context, body, criterion);
  const items = context.facts.evidence.filter((item) => (item.criteria ?? []).includes(reference));
  const findings = context
    .findingsOfCriterion(reference)
    .filter((one) => isOf(one, 'criteria') && one.outcome !== 'met' && one.outcome !== 'notApplicable');
  return [
    ...criterionHead(criterion, 'back to what is asked'),
    paragraph([{ text: since.sentence }], since.state === 'stale' ? 'notice' : 'quote'),
    { kind: 'facts', rows: criterionFacts(context, criterion) },
    criterionPart(criterion, 'Evidence', 'evidence'),
    items.length === 0
      ? nothing('No evidence is linked to this criterion.')
      : evidenceTable(context, items, (item) => markOf(context, item, since, body)),
    ...(standing.state?.given
      ? [
          criterionPart(criterion, `What ${theBody(body)} said last`, 'views'),
          viewsTable(context, [standing], `View of ${body} on ${reference}`),
        ]
      : []),
    ...(findings.length > 0
      ? [
          criterionPart(criterion, 'What stands open', 'findings'),
          findingsTable(`Findings on ${reference}`, findings, context.asOf),
        ]
      : []),
  ];
}

/** What the body has not seen as it is now stands out among what it has. */
function markOf({ rules }: PackContext, item: Evidence, since: SinceSeen, body: string): Span | null {
  const isCurrent = rules.evidence.current(item.reference)?.version === item.version;
  return isCurrent && since.unseen.has(item.reference)
    ? { text: `▲\u00a0New to ${theBody(body)}`, tone: 'short', strong: true }
    : null;
}
