import { londonDayInWords } from '../../shared/domain/calendar/londonDay.ts';
import { shownAlike } from '../../shared/domain/foundation/plainName.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { joinWords } from '../../shared/domain/foundation/words.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { whoInSentence } from '../../shared/domain/records/whoInSentence.ts';
import { lastStanding } from '../store/changeGroups.ts';
import type { ReadableDb } from '../store/db.ts';
import { type ReleaseRow, readReleases, readRemovedReleases } from '../store/facts.ts';
import { readEntry } from '../store/ledger.ts';
import type { Store } from '../store/openStore.ts';
import type { EngineContext } from './context.ts';
import { isSameName } from './uniqueness.ts';

/** Finds a living release by its id, its name, or its name in any case. */
export function findRelease(db: ReadableDb, nameOrId: string): Result<ReleaseRow> {
  const releases = readReleases(db);
  const byId = releases.find((release) => release.id === nameOrId);
  if (byId) return ok(byId);
  const exact = releases.filter((release) => release.name === nameOrId);
  const fitting = exact.length > 0 ? exact : releases.filter((release) => isSameName(release.name, nameOrId));
  const [found] = fitting;
  if (fitting.length === 1 && found) return ok(found);
  if (fitting.length > 1) return fail('conflict', severalInWords(nameOrId, fitting), nameOrId);
  const gone = readRemovedReleases(db).find(({ id }) => id === nameOrId);
  if (gone) return fail('notFound', removedInWords(db, gone), nameOrId);
  const names = releases.slice(0, 5).map((release) => `“${release.name}”`);
  const known =
    names.length === 0
      ? 'it holds none yet'
      : `it holds ${names.join(', ')}${releases.length > 5 ? ' and others' : ''}`;
  return fail('notFound', `There is no release named “${nameOrId}” in this store; ${known}.`, nameOrId);
}

/** Which of several is meant: that which stands as it was written, or, where they cannot be told apart so, that of an id. */
function severalInWords(called: string, fitting: readonly ReleaseRow[]): string {
  const names = [...new Set(fitting.map(({ name }) => name))];
  const ids = fitting.map(({ id }) => id);
  if (names.length === 1)
    return `${fitting.length} releases here are called “${called}”, for both sides set one up; make them one (golive release join ${ids.join(' ')}, in a terminal), or name one by its id.`;
  if (new Set(names.map(shownAlike)).size < names.length)
    return `${fitting.length} releases here are called “${called}”, and some of them look alike; name one by its id: ${joinWords(ids, 'or')}.`;
  return `${fitting.length} releases here are called “${called}” but for capitals: ${joinWords(names.map((name) => `“${name}”`))}; write the one you mean as it stands.`;
}

interface RemovedRelease {
  readonly id: string;
  readonly name: string;
  readonly removedIn: number;
}

/** That it was removed, and what brings it back. */
export function removedInWords(db: ReadableDb, gone: RemovedRelease): string {
  const mend =
    'the history keeps it, and a release file that was exported of it brings it back (or golive undo with its name, in a terminal).';
  // Undo takes back what was done in this store only.
  const mendThere =
    'the history keeps it, and a release file that was exported of it brings it back (or golive undo with its name in the store that removed it, in a terminal).';
  const { removed, isHere } = whoRemoved(db, gone);
  // Of one whose making was taken back there is nothing left that could be.
  if (isHere && lastStanding(db, gone.id) === null)
    return `${removed}; the history keeps it, and a release file that was exported of it brings it back.`;
  return `${removed}; ${isHere ? mend : mendThere}`;
}

/** Who removed it and when, as the history tells it; what came with a bundle, its sender removed. */
export function whoRemoved(
  db: ReadableDb,
  { name, removedIn }: Omit<RemovedRelease, 'id'>,
): { readonly removed: string; readonly isHere: boolean } {
  const entry = readEntry(db, removedIn);
  if (!entry) return { removed: `“${name}” was removed`, isHere: true };
  const day = londonDayInWords(entry.at);
  const sender = entry.note?.match(/^(?:merged|settled after merging) from (.+)$/)?.[1];
  return sender === undefined
    ? {
        removed: `“${name}” was removed by ${whoInSentence({ name: entry.actor, organisation: entry.organisation })} on ${day}`,
        isHere: true,
      }
    : { removed: `“${name}” was removed by ${sender}, which came here on ${day}`, isHere: false };
}

/**
 * The same; where none lives under that name, the one that was removed last and of which something still stands that was
 * done here: what is taken back may be its removal, and of one whose making was taken back there is nothing.
 */
export function findEvenRemoved(db: ReadableDb, nameOrId: string): Result<Pick<ReleaseRow, 'id' | 'name'>> {
  const living = findRelease(db, nameOrId);
  if (living.ok || living.error.kind !== 'notFound') return living;
  const named = readRemovedReleases(db).filter(({ id, name }) => id === nameOrId || isSameName(name, nameOrId));
  const removed = named.find(({ id }) => lastStanding(db, id) !== null) ?? named[0];
  return removed ? ok(removed) : living;
}

/** A living release by name or id, with its facts: what nearly every use case begins with. */
export function readRelease(
  context: EngineContext,
  store: Store,
  nameOrId: string,
): Result<ReleaseRow & { readonly facts: ReleaseFacts }> {
  const found = findRelease(store.db, nameOrId);
  if (!found.ok) return found;
  const facts = context.cache.read(store.db, found.value.id);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', nameOrId);
  return ok({ ...found.value, facts });
}
