import { computeReadiness } from '../../readiness/computeReadiness.ts';
import { putRecords } from '../../records/canonical.ts';
import { listKinds } from '../../records/recordKinds.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../records/releaseFacts.ts';
import type { Change } from '../../since/change.ts';
import { computeSince, enteredSince, factsSince } from '../../since/computeSince.ts';
import { findingChanges } from '../../since/findingChanges.ts';
import { settingsChanges } from '../../since/settingsChanges.ts';
import { publicEdition } from '../editions/publicEdition.ts';
import type { PackSnapshot } from '../packSnapshot.ts';
import { choosesAlike, comparableRecords, hasRecommendation } from './carried.ts';
import { comparedWords, type State } from './comparedWords.ts';

export interface ComparedStates {
  /** Where the sides are of other editions or documents, and how far they are compared then. */
  readonly notes: string[];
  /** What people entered. */
  readonly changes: Change[];
  /** What the rules make of it. */
  readonly findings: Change[];
}

/** Whether both are of one release, which may have been renamed, or begun under one name in two stores. */
export function areOfOneRelease(left: ReleaseFacts, right: ReleaseFacts): boolean {
  const { id, name } = left.release;
  return (id !== undefined && id === right.release.id) || name === right.release.name;
}

/**
 * What changed between two states of one release. What a side does not hold because of what it is (a public edition, a
 * paper, an addendum, a decision record) is no change: the identity decides, and is told.
 */
export function compareStates(before: State, after: State): ComparedStates {
  const notes = comparedWords(before, after);
  const isPublic = [before, after].some(({ pack }) => pack.identity.edition === 'public');
  const [was, is] = isPublic
    ? [published(before.pack, after.pack), published(after.pack, before.pack)]
    : [before.pack, after.pack];
  const [left, right] = [was.identity.document, is.identity.document];
  if (!choosesAlike(left, right)) {
    const changes = factsSince({ facts: narrowed(was, is) }, { facts: narrowed(is, was), asOf: is.asOf });
    return { notes, changes: [...changes, ...settingsChanges(was, is)], findings: [] };
  }
  // A part of the facts cannot be judged anew: what was found on the whole stands with it.
  if (isPublic || left !== undefined)
    return {
      notes,
      changes: [...enteredSince(was, is)].filter(({ kind }) => !isPublic || kind !== 'rulebook.reason'),
      findings: was.final === is.final ? [...findingChanges(judgedOf(was), judgedOf(is))] : [],
    };
  // Judged alike: what differs only because one of them is final is no change.
  const final = was.final && is.final;
  const all = computeSince({ ...was, final }, { ...is, final });
  return {
    notes,
    changes: all.filter(({ about }) => about === 'fact'),
    findings: all.filter(({ about }) => about === 'finding'),
  };
}

const judgedOf = ({ facts, readiness }: PackSnapshot) => ({ facts, findings: readiness.findings });

/** What everybody may see of it, judged as the other side is: what differs only because one of them is final is no change. */
function published(pack: PackSnapshot, { final }: PackSnapshot): PackSnapshot {
  if (pack.identity.edition === 'public') return pack;
  return publicEdition({ ...pack, final, readiness: computeReadiness({ ...pack, final }) });
}

/** The facts of one side that can be compared with the other. */
function narrowed(mine: PackSnapshot, other: PackSnapshot): ReleaseFacts {
  const isAsked = [mine, other].every(({ identity }) => hasRecommendation(identity.document));
  const facts = releaseFactsSchema.parse({
    release: mine.facts.release,
    ...(isAsked ? { recommendation: mine.facts.recommendation } : {}),
  });
  for (const kind of listKinds) putRecords(facts, kind, comparableRecords(kind, mine, other));
  return facts;
}
