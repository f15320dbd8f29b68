import { copyOfContainers, placeIn, putRecords, recordsOf } from './canonical.ts';
import type { ListKind, RecordKind } from './recordKinds.ts';
import type { ReleaseFacts } from './releaseFacts.ts';
import { inflateRelease } from './releaseRecord.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The facts after one change: the record put in (or in place of its former self), or taken out where it is null. What
 * did not change is shared, so that a screen redraws only what did.
 */
export function withRecord(facts: ReleaseFacts, kind: RecordKind, id: string, record: Fields | null): ReleaseFacts {
  if (kind === 'release') return record ? withRelease(facts, id, record) : facts;
  const others = recordsOf(facts, kind).filter((known) => known.id !== id);
  const result = copyOfContainers(facts);
  putRecords(result, kind, record ? placed(kind, others, record) : others);
  return result;
}

function placed(kind: ListKind, others: readonly Fields[], record: Fields): readonly Fields[] {
  return others.toSpliced(placeIn(kind, others, record), 0, record);
}

function withRelease(facts: ReleaseFacts, id: string, record: Fields): ReleaseFacts {
  const fresh = inflateRelease(id, record) as unknown as ReleaseFacts;
  const { goLive, notLive } = facts.release;
  return {
    ...facts,
    release: {
      ...fresh.release,
      notLive,
      goLive: { ...fresh.release.goLive, parts: goLive.parts, changes: goLive.changes },
    },
    tad: { ...facts.tad, longerPeriods: fresh.tad.longerPeriods },
    userTesting: { ...fresh.userTesting, notices: facts.userTesting.notices },
    transition: fresh.transition,
    recommendation: fresh.recommendation,
    publication: fresh.publication,
  };
}
