import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReleaseItem } from '../../shared/contract/release.ts';
import { shortNamesOf } from '../../shared/domain/portfolio/shortNames.ts';
import { blockersInWords } from '../places/blockersInWords.ts';
import { findingsOn, waitingFindings } from '../places/findingsOn.ts';
import { nameOfScreen, screenNames } from '../places/screenOf.ts';
import { goTo, screens, storeScreens, useAppStore, useRole } from '../stores/appStore.ts';
import { openModal } from '../stores/modalStore.ts';
import { openRelease, useReleaseStore } from '../stores/releaseStore.ts';
import { useIsStillAsked } from '../stores/useFacts.ts';
import styles from './Sidebar.module.css';

/** Places inside the release, with how many findings wait there, and the other releases. */
export function Sidebar() {
  const open = useReleaseStore((state) => state.open);
  const screen = useAppStore((state) => state.screen);
  const releases = useAppStore((state) => state.releases);
  const organisation = useAppStore((state) => state.status?.profile?.organisation ?? '');
  const isReader = useRole() === 'viewer';
  const isStillAsked = useIsStillAsked();
  const shortName = shortNamesOf(releases.map(({ name }) => name));
  const findings = open?.readiness.findings ?? [];
  const waiting = new Map(
    open ? screens.map((name) => [name, waitingFindings(findingsOn(name, findings), isStillAsked)] as const) : [],
  );
  return (
    <nav className={styles.nav} aria-label="Places">
      {open
        ? screens.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.item}
              aria-current={screen === name ? 'page' : undefined}
              onClick={() => goTo(name)}
            >
              <span>{screenNames[name]}</span>
              {waiting.get(name) ? (
                <span className={styles.count} title={`${waiting.get(name)} not met or cannot tell`}>
                  {waiting.get(name)}
                </span>
              ) : null}
            </button>
          ))
        : null}
      {releases.length > 0 ? <h2>Releases</h2> : null}
      {releases
        .filter((release) => !release.archived)
        .map((release) => (
          <ReleaseLink
            key={release.id}
            release={release}
            shown={shortName(release.name)}
            isOpen={release.id === open?.id}
          />
        ))}
      <div className={styles.foot}>
        {storeScreens.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.item}
            aria-current={screen === name ? 'page' : undefined}
            onClick={() => goTo(name)}
          >
            <span>{nameOfScreen(name, organisation)}</span>
          </button>
        ))}
        {isReader ? null : (
          <Button
            variant="default"
            fullWidth
            leftSection={<IconPlus size={14} />}
            onClick={() => openModal('newRelease')}
          >
            New release
          </Button>
        )}
      </div>
    </nav>
  );
}

interface ReleaseLinkProps {
  readonly release: ReleaseItem;
  readonly shown: string;
  readonly isOpen: boolean;
}

function ReleaseLink({ release, shown, isOpen }: ReleaseLinkProps) {
  const listedOn = useAppStore((state) => state.listedOn);
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={isOpen ? 'true' : undefined}
      title={release.name}
      onClick={() => void openRelease(release.id).then(() => goTo('overview'))}
    >
      <span style={isOpen ? { fontWeight: 600, color: 'var(--ink)' } : undefined}>{shown}</span>
      {release.asked.blockers > 0 ? (
        <span className={styles.count} title={blockersInWords(release.asked.blockers, release.state, listedOn)}>
          {release.asked.blockers}
        </span>
      ) : null}
    </button>
  );
}
