import { Button } from '@mantine/core';
import panels from '../components/Panel.module.css';
import { useRole } from '../stores/appStore.ts';
import { chooseBundle } from '../stores/exchangeStore.ts';
import { importRelease, importSample } from '../stores/fileActions.ts';
import { openModal } from '../stores/modalStore.ts';
import { openPack } from '../stores/packStore.ts';
import layout from '../styles/layout.module.css';
import centres from './centre.module.css';

/** An empty store says what to do next: who keeps releases sets one up, who only reads opens a pack. */
export function NoRelease() {
  const role = useRole();
  const isReader = role === 'viewer';
  const isDcc = role === 'testLead';
  return (
    <div className={centres.centre}>
      <div className={`${panels.panel} ${layout.stack} ${centres.wide}`}>
        <h2 style={{ margin: 0, fontSize: 'var(--text-title)', fontWeight: 650 }}>No release yet</h2>
        {isReader ? (
          <p>
            A viewer reads and changes nothing. Open a pack that you were sent: you see its criteria with their
            evidence, what each body said, and whether the file is as it was issued. To keep releases here, choose
            another role in your profile.
          </p>
        ) : isDcc ? (
          <p>
            SECAS sends the release as a bundle, a file whose name ends in .golive: receive it, and its dates, criteria
            and what the DCC is asked for are here. Drop it anywhere in this window, or choose it. What you then record
            goes back the same way.
          </p>
        ) : (
          <p>
            Set up a release from the calendar (February, June or November) or ad-hoc. Then say what is in its scope,
            enter the dates of its Testing Approach Document, its acceptance criteria and their evidence, and the app
            tells at any moment what is missing, whom it waits for, and by when.
          </p>
        )}
        <div className={layout.pills}>
          {isReader ? (
            <Button variant="default" onClick={() => openModal('profile')}>
              Your profile…
            </Button>
          ) : (
            <>
              {isDcc ? <Button onClick={() => void chooseBundle()}>Receive a bundle…</Button> : null}
              <Button variant={isDcc ? 'default' : 'filled'} onClick={() => openModal('newRelease')}>
                New release
              </Button>
              <Button variant="default" onClick={() => void importRelease()}>
                Import a release file…
              </Button>
              <Button variant="default" onClick={() => void importSample()}>
                Explore the November 2021 sample
              </Button>
            </>
          )}
          <Button variant={isReader ? 'filled' : 'default'} onClick={() => void openPack()}>
            Open a pack to read…
          </Button>
        </div>
      </div>
    </div>
  );
}
