import { type Knowledge, knows } from './knowledge.ts';
import type { LifeVersion, RecordDelta, RecordState, Stamp, Version } from './state.ts';

interface Stamped {
  readonly stamp: Stamp;
}

export interface Sides {
  readonly mine: Knowledge;
  readonly theirs: Knowledge;
}

export function holds(versions: readonly Stamped[], { stamp }: Stamped): boolean {
  return versions.some((other) => other.stamp.seq === stamp.seq && other.stamp.store === stamp.store);
}

/** The writes that neither side has overwritten (see `state.ts`); `mine` itself where nothing differs. */
function joinVersions<V extends Stamped>(mine: readonly V[], theirs: readonly V[], sides: Sides): readonly V[] {
  const kept = mine.filter((version) => !knows(sides.theirs, version.stamp) || holds(theirs, version));
  const taken = theirs.filter((version) => !knows(sides.mine, version.stamp) && !holds(mine, version));
  // Numbers that contradict each other (a store that was copied and came without hashes) must not empty anything.
  if (taken.length === 0 && (kept.length === mine.length || kept.length === 0)) return mine;
  return [...kept, ...taken].sort(byDot);
}

/** Whether each side says that it overwrote what the other one holds, which cannot be: ours is kept then. */
export function contradicts(mine: readonly Stamped[], theirs: readonly Stamped[], sides: Sides): boolean {
  const isGone = (version: Stamped) => knows(sides.theirs, version.stamp) && !holds(theirs, version);
  const isOld = (version: Stamped) => knows(sides.mine, version.stamp) || holds(mine, version);
  return mine.length > 0 && mine.every(isGone) && theirs.every(isOld);
}

/** A record joined with what a bundle says of it; a record that is new is as the bundle says. */
export function joinRecord(mine: RecordState | null, theirs: RecordDelta, sides: Sides): RecordState {
  if (!mine) return { ...theirs, life: theirs.life ?? [] };
  const fields = new Map(mine.fields);
  for (const [field, versions] of theirs.fields)
    fields.set(field, joinVersions<Version>(mine.fields.get(field) ?? [], versions, sides));
  const life = theirs.life ? joinVersions<LifeVersion>(mine.life, theirs.life, sides) : mine.life;
  return { kind: mine.kind, id: mine.id, life, fields };
}

/** What somebody who knows `before` lacks of this record; null where that is nothing. */
export function deltaOf(state: RecordState, before: Knowledge): RecordDelta | null {
  const isNews = (version: Stamped) => !knows(before, version.stamp);
  const fields = new Map([...state.fields].filter(([, versions]) => versions.some(isNews)));
  const life = state.life.some(isNews) ? state.life : null;
  return life || fields.size > 0 ? { kind: state.kind, id: state.id, life, fields } : null;
}

function byDot(left: Stamped, right: Stamped): number {
  if (left.stamp.store !== right.stamp.store) return left.stamp.store < right.stamp.store ? -1 : 1;
  return left.stamp.seq - right.stamp.seq;
}
