import { Button, Switch } from '@mantine/core';
import { countOf } from '../../shared/domain/foundation/words.ts';
import type { Behalf } from '../fields/behalf.ts';
import { nameOfSide } from '../fields/locks.ts';
import { awaitingMine } from '../fields/unconfirmed.ts';
import { useRole } from '../stores/appStore.ts';
import { confirmBehalf } from '../stores/confirmBehalf.ts';
import texts from '../styles/texts.module.css';
import styles from './KeptBy.module.css';

/** Beside the title of a panel: who keeps it, the switch to record for them, and how much awaits its owner's word. */
export function KeptBy({ behalf: { kind, kept, isOn, turn, unconfirmed } }: { readonly behalf: Behalf }) {
  const role = useRole();
  const count = unconfirmed.reduce((sum, { marks }) => sum + marks.length, 0);
  const mine = role === null ? [] : awaitingMine(role, unconfirmed);
  return (
    <>
      {kept ? (
        <span className={styles.kept}>
          <span className={texts.note}>{kept.words}</span>
          {kept.side ? (
            <Switch
              size="xs"
              label={`Record for ${nameOfSide(kept.side)}`}
              checked={isOn}
              onChange={(event) => turn(event.currentTarget.checked)}
            />
          ) : null}
        </span>
      ) : null}
      {count > 0 ? (
        <span className={styles.count}>
          {countOf(count, 'value')} to be confirmed
          {mine.length > 0 ? (
            <Button variant="default" size="compact-xs" onClick={() => void confirmBehalf(kind, mine)}>
              Confirm all
            </Button>
          ) : null}
        </span>
      ) : null}
    </>
  );
}
