import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { whyNotClosed } from '../../../shared/domain/importing/closing.ts';
import { type ImportKind, importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import { counted } from '../../components/numbers.ts';
import { Panel } from '../../components/Panel.tsx';
import { ShowMore } from '../../components/ShowMore.tsx';
import { chooseMissing, closeMissing, type MissingChoice, useImportStore } from '../../stores/importStore.ts';
import { wordedKey } from '../../stores/wordedKey.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import styles from './MissingRecords.module.css';

const nouns: Readonly<Record<ImportKind, readonly [string, string]>> = {
  results: ['test phase', 'test phases'],
  issues: ['open issue', 'open issues'],
  scope: ['modification in scope', 'modifications in scope'],
  criteria: ['criterion', 'criteria'],
  views: ['view', 'views'],
};

/** What the release holds and the list no longer names: told with its number, and nothing happens to it unasked. */
export function MissingRecords() {
  const { held, missing: choice, close } = useImportStore();
  const [limit, setLimit] = useState(20);
  if (!held || held.plan.missing === 0) return null;
  const { missing, missingNames } = held.plan;
  const [one, many] = nouns[held.kind];
  const why = whyNotClosed(held.kind, held.reading);
  const mayClose = why === null;
  const isChosen = mayClose && choice === 'some';
  return (
    <Panel title="No longer in this list" note={counted(missing)}>
      <div className={layout.stack}>
        <p>
          The release holds {counted(missing)} {missing === 1 ? one : many} that this list does not name.{' '}
          {why === null ? '' : unclosable(why, missing)}
        </p>
        {mayClose ? (
          <Radio.Group
            aria-label="What becomes of them"
            value={choice}
            onChange={(next) => chooseMissing(next as MissingChoice)}
          >
            <div className={layout.stack}>
              <Radio size="xs" value="leave" label="Leave them open" />
              <Radio size="xs" value="close" label={missing === 1 ? 'Close it' : `Close all ${counted(missing)}`} />
              {missing === missingNames.length ? <Radio size="xs" value="some" label="Choose one by one" /> : null}
            </div>
          </Radio.Group>
        ) : null}
        <ul className={styles.names} aria-label="No longer in this list, by name">
          {missingNames.slice(0, limit).map((name) => (
            <li key={name}>
              {isChosen ? (
                <Checkbox
                  size="xs"
                  label={`Close ${name}`}
                  checked={close.has(name)}
                  onChange={(event) => closeMissing(name, event.currentTarget.checked)}
                />
              ) : (
                wordedKey(importKindSpecs[held.kind].record, name)
              )}
            </li>
          ))}
        </ul>
        <ShowMore total={missingNames.length} limit={limit} setLimit={setLimit} />
        {missing > missingNames.length ? (
          <p className={texts.note}>{counted(missing - missingNames.length)} more are counted, not listed.</p>
        ) : null}
      </div>
    </Panel>
  );
}

function unclosable(why: NonNullable<ReturnType<typeof whyNotClosed>>, missing: number): string {
  const [they, are] = missing === 1 ? ['It', 'is'] : ['They', 'are'];
  if (why === 'empty')
    return `${they} ${are} left open: a list that names no issue at all cannot tell which are missing.`;
  if (why === 'unread')
    return `${they} ${are} left open: some rows could not be read, so it cannot tell which issues are missing.`;
  const them = missing === 1 ? 'it' : 'them one by one';
  return `${they} ${are} left as ${they.toLowerCase()} ${are}; change ${them} where the list is right.`;
}
