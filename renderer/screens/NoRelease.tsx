import { Button } from '@mantine/core';
import { importRelease, importSample } from '../stores/fileActions.ts';
import { openModal } from '../stores/modalStore.ts';

/** An empty store says what to do next. */
export function NoRelease() {
  return (
    <div className="centre">
      <div className="panel stack">
        <h2 style={{ margin: 0, fontSize: 'var(--text-title)', fontWeight: 650 }}>No release yet</h2>
        <p>
          Set up a release from the calendar (February, June or November) or ad-hoc. Then say what is in its scope,
          enter the dates of its Testing Approach Document, its acceptance criteria and their evidence, and the app
          tells at any moment what is missing, whom it waits for, and by when.
        </p>
        <div className="pills">
          <Button onClick={() => openModal('newRelease')}>New release</Button>
          <Button variant="default" onClick={() => void importRelease()}>
            Import a release file…
          </Button>
          <Button variant="default" onClick={() => void importSample()}>
            Explore the November 2021 sample
          </Button>
        </div>
      </div>
    </div>
  );
}
