import type { RecordKind } from '../records/recordKinds.ts';
import type { Knowledge } from './knowledge.ts';
import type { RecordDelta, RecordState, SeenRecord } from './state.ts';

export type Choice = 'mine' | 'theirs';

/** Who wrote one of the two values, and when. */
export interface Author {
  readonly name: string;
  readonly organisation: string;
  readonly at: string;
}

/** Two writes that did not know of each other, two records that took one reference, or that are one thing. */
export interface Conflict {
  readonly type: 'field' | 'life' | 'sameKey' | 'sameThing';
  readonly kind: RecordKind;
  readonly id: string;
  /** `criterion:AC-01` */
  readonly record: string;
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly mineBy: Author | null;
  readonly theirsBy: Author | null;
  /** The ids of the two records that took one reference; null: it is another conflict. */
  readonly records: Readonly<Record<Choice, string>> | null;
  /** Null: both stay. */
  readonly default: Choice | null;
  readonly reason: string;
  /** Null: nobody chose, the default stands. */
  readonly chosen: Choice | null;
}

/** A record as it stands after the join, before any local edit that follows from it. */
export interface MergedRecord {
  readonly state: RecordState;
  readonly before: SeenRecord | null;
  readonly after: SeenRecord;
  /** Fields that read otherwise than before. */
  readonly changed: readonly string[];
  /** Registers that hold other writes than before, whether they read otherwise or not. */
  readonly rewritten: readonly string[];
}

/** What the merge itself has to edit: a person's choice, a reference that was taken twice, and what points at it. */
export interface LocalEdit {
  readonly kind: RecordKind;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Null: its life stays as it is. */
  readonly alive: boolean | null;
}

/** A record that reads otherwise once a plan is written: joined, and as the merge edits it. */
export interface PlannedChange extends Pick<MergedRecord, 'before' | 'after' | 'changed'> {
  readonly state: Pick<RecordState, 'kind' | 'id'>;
}

export interface MergePlan {
  readonly records: readonly MergedRecord[];
  readonly edits: readonly LocalEdit[];
  /** Writes that this join brings together, to be chosen between. */
  readonly conflicts: readonly Conflict[];
  /** Conflicts that others met already and nobody settled; they stand by their default (`openConflicts.ts`). */
  readonly heard: readonly Conflict[];
  /** `criterion:AC-01#text`, `decision:2026-05-01#added`: not its sender's to do (`marks.ts`). */
  readonly marked: readonly string[];
  /** Evidence that one accepted and the other changed, as it would stand without what follows: it is submitted again. */
  readonly submittedAgain: readonly Readonly<Record<string, unknown>>[];
  /** What there is to tell: one for every record of this store that reads otherwise, comes or goes. */
  readonly outcome: readonly PlannedChange[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Choices that name no conflict of this bundle. */
  readonly strayChoices: readonly string[];
}

/** A living record as it reads here. */
interface LivingRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What the plan asks of the store that would apply it. */
export interface MergeInput {
  readonly mine: (kind: RecordKind, id: string) => RecordState | null;
  readonly living: (kind: RecordKind) => Iterable<LivingRecord>;
  readonly known: Knowledge;
  readonly theirKnowledge: Knowledge;
  readonly deltas: Iterable<RecordDelta>;
  /** The side that the sender's key vouches for; null or absent: neither. */
  readonly sender?: 'DCC' | 'SECAS' | null;
  /** Whether nothing of the release is here yet, so that there is nobody whose it could be. */
  readonly isNewRelease?: boolean;
  /** The store that would apply it; null or absent: nobody's, which takes out nothing by itself. */
  readonly own?: string | null;
  /** Whether two records are on this store's list as one thing already (`sameThing.ts`); absent: none are. */
  readonly isNoted?: (one: string, other: string) => boolean;
  /** Whether this was taken out of an item of this store for good: it is nobody's to choose any more; absent: nothing was. */
  readonly isTakenOut?: (id: string, field: string) => boolean;
  /** Whether this goes for good with what is joined, so that it is no conflict; absent: nothing does. */
  readonly isGoing?: (id: string, field: string) => boolean;
  /** Names of writers that are another copy of a store (`branches.ts`). */
  readonly copies?: ReadonlySet<string>;
  /** `criterion:AC-01#text` → whose value is to stand. */
  readonly choices: Readonly<Record<string, Choice>>;
}
