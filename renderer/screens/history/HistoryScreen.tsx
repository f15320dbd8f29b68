import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { samePlain } from '../../../shared/domain/foundation/samePlain.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import { ChangedField } from '../../components/ChangedField.tsx';
import { FilterInput } from '../../components/FilterInput.tsx';
import { LongText } from '../../components/LongText.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { ShowMore } from '../../components/ShowMore.tsx';
import { tellDone, tellError } from '../../stores/notify.tsx';
import { editRecord, useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { batchKeyInWords, deedOf, fieldValueInWords, labelOf, noteInWords, subjectOf, textOf } from './historyWords.ts';
import { isRestorable, restoredInWords } from './restoring.ts';

const read = 2000;

/** The ledger in plain words: who changed what, when, from what to what; and a way back to an earlier value. */
export function HistoryScreen() {
  const id = useReleaseStore((state) => state.open?.id ?? null);
  const entries = useEngineAnswer('history.list', id ? { releaseId: id, limit: read } : null) ?? [];
  const [text, setText] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [limit, setLimit] = useState(100);
  const people = [...new Set(entries.map((entry) => entry.actor))].sort();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries.filter(
    (entry) => (who === null || entry.actor === who) && words.every((word) => textOf(entry).includes(word)),
  );
  return (
    <Panel
      title="History"
      note={entries.length === read ? `the newest ${countOf(read, 'change')}` : countOf(entries.length, 'change')}
    >
      <div className={layout.stack}>
        {entries.length === 0 ? (
          <Empty title="Nothing yet">Every change is kept here with who made it and when.</Empty>
        ) : (
          <div className={layout.toolbar}>
            <FilterInput label="Filter the history" placeholder="Who, what, or a value" value={text} change={setText} />
            <Select
              aria-label="Changes by"
              placeholder="Everybody"
              clearable
              data={people}
              value={who}
              onChange={setWho}
              w={180}
            />
          </div>
        )}
        <ul className={lists.quiet}>
          {shown.slice(0, limit).map((entry, at) => (
            <li key={entry.seq}>
              {dayOf(entry) === dayOf(shown[at - 1]) ? null : <h3 className={texts.day}>{dayOf(entry)}</h3>}
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
        {entries.length > 0 && shown.length === 0 ? <p className={texts.note}>No change fits.</p> : null}
        <ShowMore total={shown.length} limit={limit} setLimit={setLimit} />
      </div>
    </Panel>
  );
}

/** What reads otherwise since; fields that stand together are written as one, though only some of them do. */
function told({ changes }: HistoryEntry): HistoryEntry['changes'] {
  const differing = changes.filter(({ before, after }) => !samePlain(before, after));
  return differing.length > 0 ? differing : changes;
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <>
      <b>{entry.actor}</b>
      {entry.organisation ? `, ${entry.organisation},` : ''} <LongText text={deedOf(entry)} />{' '}
      <span className={texts.note}>
        at {new Date(entry.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
      </span>
      {entry.action === 'edit'
        ? told(entry).map((change) => <ChangeLine key={change.field} entry={entry} change={change} />)
        : null}
      {entry.action === 'batch' ? (
        <div className={texts.note}>
          {entry.batch.first.map((one) => batchKeyInWords(entry, one.key)).join(', ')}
          {entry.batch.count > entry.batch.first.length
            ? ` and ${entry.batch.count - entry.batch.first.length} more`
            : ''}
        </div>
      ) : null}
      {entry.note ? <div className={texts.note}>{noteInWords(entry.note)}</div> : null}
    </>
  );
}

interface ChangeLineProps {
  readonly entry: HistoryEntry;
  readonly change: HistoryEntry['changes'][number];
}

/** One field from what to what; its earlier value can be put back, which is a change like any other. */
function ChangeLine({ entry, change }: ChangeLineProps) {
  const { kind, recordId } = entry;
  const label = labelOf(kind, change.field);
  const words = (value: unknown) => fieldValueInWords(kind, change.field, value);
  const restore = async () => {
    if (!kind || !recordId) return;
    const refused = await editRecord(kind, recordId, { [change.field]: change.before });
    if (refused) tellError(refused);
    else tellDone(restoredInWords(kind, change));
  };
  return (
    <ChangedField label={label}>
      {words(change.before)} → {words(change.after)}{' '}
      {isRestorable(kind, change) ? (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`Restore ${label} of ${subjectOf(entry)}`}
          onClick={() => void restore()}
        >
          Restore
        </Button>
      ) : null}
    </ChangedField>
  );
}

function dayOf(entry: HistoryEntry | undefined): string | null {
  if (!entry) return null;
  return new Date(entry.at).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
