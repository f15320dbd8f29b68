import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { KnownConflict } from '../../../shared/contract/exchange.ts';
import { Panel } from '../../components/Panel.tsx';
import { keptOf, nameOfSide } from '../../fields/locks.ts';
import { useRole } from '../../stores/appStore.ts';
import { settleConflict } from '../../stores/exchangeStore.ts';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import styles from './conflict.module.css';
import { authorInWords, fieldInWords, recordInWords, sideInWords } from './exchangeWords.ts';
import { useExchange } from './useExchange.ts';

/** Conflicts that nobody decided yet; whichever side decides, the other hears of it. */
export function OpenConflicts({ releaseId }: { readonly releaseId: string }) {
  const open = (useExchange('exchange.conflicts', releaseId) ?? []).filter((conflict) => conflict.isOpen);
  if (open.length === 0) return null;
  return (
    <Panel title="Open conflicts" note={`${open.length} to decide`}>
      <ul className={lists.quiet}>
        {open.map((conflict) => (
          <li key={conflict.number}>
            <OpenConflict conflict={conflict} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OpenConflict({ conflict }: { readonly conflict: KnownConflict }) {
  const kept = keptOf(useRole(), conflict.kind, [conflict.field], [{}]);
  const [isForThem, setForThem] = useState(false);
  const title = `${recordInWords(conflict.record)}: ${fieldInWords(conflict.record, conflict.field)}`;
  return (
    <section className={`${styles.conflict} ${styles.inList}`} aria-label={title}>
      <b>{title}</b>
      <div className={styles.sides}>
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side} className={styles.side} data-chosen={conflict.default === side}>
            <span className={styles.head}>
              <b>{side === 'mine' ? 'Here' : 'There'}</b>
              {conflict.default === side ? <span className={`${texts.note} ${styles.aside}`}>stands now</span> : null}
              {conflict.default === null ? (
                <span className={`${texts.note} ${styles.aside}`}>stays until you choose</span>
              ) : null}
            </span>
            <span className={styles.value}>{sideInWords(conflict.record, conflict.field, conflict[side])}</span>
            <span className={`${texts.note} ${styles.aside}`}>
              {authorInWords(side === 'mine' ? conflict.mineBy : conflict.theirsBy)}
            </span>
            <span>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={`Settle as it is ${side === 'mine' ? 'here' : 'there'} (${title})`}
                onClick={() => void settleConflict(conflict.number, side, isForThem)}
              >
                {side === 'mine' ? 'Settle as it is here' : 'Settle as it is there'}
              </Button>
            </span>
          </div>
        ))}
      </div>
      <p className={texts.note}>{conflict.reason}</p>
      {kept?.side ? (
        <Switch
          size="xs"
          label={`Record for ${nameOfSide(kept.side)}`}
          description={kept.words}
          checked={isForThem}
          onChange={(event) => setForThem(event.currentTarget.checked)}
        />
      ) : null}
    </section>
  );
}
