import { samePlain } from '../../foundation/samePlain.ts';
import { bodyOf } from '../../records/bodies.ts';
import { recordsOf } from '../../records/canonical.ts';
import type { ListKind } from '../../records/recordKinds.ts';
import { type AnyRecord, pairRecords } from '../../since/pairRecords.ts';
import type { PackSnapshot } from '../packSnapshot.ts';

type Document = PackSnapshot['identity']['document'];
type Held = Pick<PackSnapshot, 'facts' | 'identity'>;
type DocumentKind = NonNullable<Document>['kind'];

/** What a document has beside the release itself; what stands in neither list is not in it. */
interface Carried {
  /** Every record of the kind. */
  readonly whole: readonly ListKind[];
  /** Those that concern it: that one is not there says nothing. */
  readonly some: readonly ListKind[];
  readonly recommendation: boolean;
}

/** As `paperFacts`, `addendumSnapshot` and `recordSnapshot` choose; a pack has everything. */
const carried: Readonly<Record<DocumentKind, Carried>> = {
  paper: {
    whole: ['modification'],
    some: ['criterion', 'evidence', 'view', 'issueThreshold', 'testIssue', 'testPhase', 'meeting', 'requiredBody'],
    recommendation: false,
  },
  addendum: { whole: ['modification'], some: ['criterion', 'evidence'], recommendation: false },
  decision: {
    whole: ['modification', 'condition', 'submission', 'meeting'],
    some: ['decision'],
    recommendation: true,
  },
};

/** Kinds that lie within the release itself, which every document has. */
const ofTheRelease: ReadonlySet<ListKind> = new Set(['goLivePart', 'goLiveChange', 'notLive']);

export function extentOf(document: Document, kind: ListKind): 'whole' | 'some' | 'none' {
  if (document === undefined || ofTheRelease.has(kind)) return 'whole';
  const { whole, some } = carried[document.kind];
  if (whole.includes(kind)) return 'whole';
  return some.includes(kind) ? 'some' : 'none';
}

export function hasRecommendation(document: Document): boolean {
  return document === undefined || carried[document.kind].recommendation;
}

/** Whether two documents choose their records alike, so that what one lacks has come or gone. */
export function choosesAlike(left: Document, right: Document): boolean {
  if (left === undefined || right === undefined) return left === right;
  switch (left.kind) {
    case 'paper':
      return right.kind === 'paper' && bodyOf(left.body) === bodyOf(right.body);
    case 'addendum':
      return right.kind === 'addendum' && samePlain(left.evidence, right.evidence);
    case 'decision':
      return right.kind === 'decision' && left.on === right.on && bodyOf(left.body) === bodyOf(right.body);
  }
}

/** The records of one side that can be compared with the other: that a document does not carry one is no removal. */
export function comparableRecords(kind: ListKind, mine: Held, other: Held): readonly AnyRecord[] {
  const [own, its] = [mine.identity.document, other.identity.document];
  const extent = extentOf(its, kind);
  if (extentOf(own, kind) === 'none' || extent === 'none') return [];
  const records = recordsOf(mine.facts, kind);
  if (extent === 'whole') return records;
  if (kind === 'issueThreshold') return comparableMaximums(mine, other);
  return pairRecords(kind, records, recordsOf(other.facts, kind)).flatMap(({ before, after }) =>
    before !== null && after !== null ? [before] : [],
  );
}

/** A paper says nothing of a criterion that it does not hold, so neither side is asked which one a maximum is linked to. */
function comparableMaximums(mine: Held, other: Held): readonly AnyRecord[] {
  const held = [mine, other].map(({ facts }) => new Set(facts.criteria.map(({ reference }) => reference)));
  const isHeld = (reference: string | null) => held.every((all) => all.has((reference ?? '').trim()));
  const kept = ({ facts }: Held) =>
    facts.issueThresholds.map((one) =>
      isHeld(one.criterion) ? one : { ...one, criterion: null },
    ) as readonly AnyRecord[];
  return pairRecords('issueThreshold', kept(mine), kept(other)).flatMap(({ before, after }) =>
    before !== null && after !== null ? [before] : [],
  );
}
