import { Button } from '@mantine/core';
import { formatDate } from '../../shared/domain/calendar/calendarDate.ts';
import { useRole } from '../stores/appStore.ts';
import { closeRelease } from '../stores/fileActions.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { useAsOf, useFacts, useReleaseState } from '../stores/useFacts.ts';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';

/** What a release that is over still asks for: to be closed; and once closed, what its findings stand for. */
export function StateNote() {
  const { release } = useFacts();
  const state = useReleaseState();
  const role = useRole();
  const asOf = useAsOf();
  const lookingBack = useReleaseStore((store) => store.asOf !== null);
  if (state === 'closed')
    return (
      <p className={texts.about}>
        This release is live and closed{release.closedOn ? ` since ${formatDate(release.closedOn)}` : ''}. Its findings
        stand as of its decision, {formatDate(asOf)}, under the rulebook of that day.
      </p>
    );
  if (state !== 'live' || role !== 'releaseManager' || lookingBack) return null;
  return (
    <div className={`${texts.about} ${layout.toolbar}`}>
      <span>
        This release is live. Once nothing more is to be done for it, close it: its findings then stand as decided.
      </span>
      <Button variant="default" size="compact-xs" onClick={() => void closeRelease()}>
        Close the release
      </Button>
    </div>
  );
}
