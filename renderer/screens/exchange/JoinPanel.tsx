import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { Panel } from '../../components/Panel.tsx';
import { useAppStore } from '../../stores/appStore.ts';
import { joinReleases, type Side } from '../../stores/exchangeStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import styles from './conflict.module.css';
import { counted, fieldInWords, recordInWords, sideInWords } from './exchangeWords.ts';
import { Sides } from './Sides.tsx';

type Difference = OutputOf<'release.join'>['differences'][number];

/** Both sides set this release up before either heard of the other's: until they are one, both stand in the list. */
export function JoinPanel({ releaseId }: { readonly releaseId: string }) {
  const releases = useAppStore((state) => state.releases);
  const name = releases.find(({ id }) => id === releaseId)?.name;
  const other = releases.find((release) => release.id !== releaseId && release.name === name);
  return other && name ? <Join key={`${releaseId} ${other.id}`} mine={releaseId} other={other.id} name={name} /> : null;
}

function Join({ mine, other, name }: { readonly mine: string; readonly other: string; readonly name: string }) {
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const plan = useEngineAnswer('release.join', { release: mine, other, choices: {}, dryRun: true, onBehalf: true });
  if (!plan) return null;
  const { differences, added } = plan;
  return (
    <Panel title={`Two releases are called ${name}`} note="both sides set it up">
      <div className={layout.stack}>
        <p>
          Make one of them: what only one states is taken{added > 0 ? ` (${counted(added, 'record')} more)` : ''}, and
          where both state something else you choose. A value of the other side’s that you put in place of another is
          marked as recorded for it. The other release is removed; the history keeps it whole.
        </p>
        <ul className={lists.quiet}>
          {differences.map((difference) => {
            const key = `${difference.record}#${difference.field}`;
            const choose = (side: Side) => setChoices((chosen) => ({ ...chosen, [key]: side }));
            return (
              <li key={key}>
                <Choice difference={difference} chosen={choices[key] ?? 'mine'} choose={choose} />
              </li>
            );
          })}
        </ul>
        <div>
          <Button onClick={() => void joinReleases(mine, other, choices)}>Make one release of them</Button>
        </div>
      </div>
    </Panel>
  );
}

interface ChoiceProps {
  readonly difference: Difference;
  readonly chosen: Side;
  readonly choose: (side: Side) => void;
}

function Choice({ difference: { record, field, ...values }, chosen, choose }: ChoiceProps) {
  const title = `${recordInWords(record)}: ${fieldInWords(record, field)}`;
  const inWords = (side: Side) => sideInWords(record, field, values[side]);
  return (
    <fieldset className={styles.conflict}>
      <legend>{title}</legend>
      <Sides
        group={title}
        names={{ mine: 'The one that is open', theirs: 'The other one' }}
        values={{ mine: inWords('mine'), theirs: inWords('theirs') }}
        chosen={chosen}
        choose={choose}
      />
    </fieldset>
  );
}
