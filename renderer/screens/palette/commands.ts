import { type CommandId, commandIds, factsOf, keyInWords } from '../../../shared/contract/commands.ts';
import { londonDay } from '../../../shared/domain/calendar/londonDay.ts';
import { newRecord } from '../../../shared/domain/findings/target.ts';
import { releaseStateOf } from '../../../shared/domain/readiness/releaseState.ts';
import { type ListKind, listKinds, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import { lockOfKind } from '../../fields/locks.ts';
import { openTarget } from '../../places/openTarget.ts';
import { nameOfScreen } from '../../places/screenOf.ts';
import { goTo, type Screen, screens, storeScreens, useAppStore } from '../../stores/appStore.ts';
import { effects } from '../../stores/commands.ts';
import { openRelease, useReleaseStore } from '../../stores/releaseStore.ts';

export interface Command {
  readonly name: string;
  readonly group: 'Go to' | 'Do' | 'Releases';
  readonly shortcut?: string;
  readonly run: () => void;
}

/** Every place and every action, by name; what needs an open release is there only while one is open. */
export function commandsNow(): readonly Command[] {
  const open = useReleaseStore.getState().open;
  const organisation = useAppStore.getState().status?.profile?.organisation ?? '';
  const { role } = useAppStore.getState().status?.profile ?? {};
  const isLive = open && role === 'releaseManager' && releaseStateOf(open.facts, londonDay(Date.now())) === 'live';
  const places: readonly Screen[] = [...(open ? screens : []), ...storeScreens];
  return [
    ...places.map(
      (screen): Command => ({ name: nameOfScreen(screen, organisation), group: 'Go to', run: () => goTo(screen) }),
    ),
    ...useAppStore.getState().releases.map(
      (release): Command => ({
        name: release.name,
        group: 'Releases',
        run: () => void openRelease(release.id).then(() => goTo('overview')),
      }),
    ),
    ...commandIds
      .filter(
        (id) => !factsOf(id).unlisted && (open || factsOf(id).when === 'always') && isMeant(id, open?.archived, isLive),
      )
      .map(asked),
    ...(open ? toAdd() : []),
  ];
}

/** Begun by a dialog, a sheet or a file of their own: by asking for that, not for an empty form. */
const besides: ReadonlySet<ListKind> = new Set(['evidence', 'testIssue', 'view']);

/** Every kind of record that is this person's to add, wherever its list stands. */
function toAdd(): readonly Command[] {
  const role = useAppStore.getState().status?.profile?.role ?? null;
  return listKinds
    .filter((kind) => !besides.has(kind) && lockOfKind(role, kind) === null)
    .map(
      (kind): Command => ({
        name: `Add ${recordKinds[kind].noun}`,
        group: 'Do',
        run: () => openTarget(newRecord(kind)),
      }),
    );
}

/** A release is archived, or taken out of the archive: never both are to be asked for. What is live may be closed. */
function isMeant(id: CommandId, isArchived: boolean | undefined, isLive: boolean | null): boolean {
  if (id === 'closeRelease') return isLive === true;
  if (id === 'archiveRelease') return !isArchived;
  return id !== 'unarchiveRelease' || isArchived === true;
}

function asked(id: CommandId): Command {
  const { label, keys: [key] = [] } = factsOf(id);
  return { name: label, group: 'Do', run: effects[id], ...(key === undefined ? {} : { shortcut: keyInWords(key) }) };
}
