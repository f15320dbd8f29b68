import { Button, Progress } from '@mantine/core';
import { stopWork, useWorkStore } from '../stores/workStore.ts';
import styles from './WorkBar.module.css';

const begun = {
  files: 'Adding files',
  table: 'Reading the table',
  pack: 'Making the pack',
  bundle: 'Reading the bundle',
} as const;

/** What is under way, at the foot of the window: how far it is, and a way to stop it. */
export function WorkBar() {
  const { what, progress } = useWorkStore();
  if (what === null) return null;
  return (
    <div className={styles.bar} role="status">
      <span>{progress?.text ?? begun[what]}…</span>
      <Progress
        value={(progress?.fraction ?? 1) * 100}
        animated={progress?.fraction == null}
        aria-label={`Progress: ${begun[what].toLowerCase()}`}
      />
      <Button variant="default" size="compact-xs" onClick={stopWork}>
        Stop
      </Button>
    </div>
  );
}
