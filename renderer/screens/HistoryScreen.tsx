import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../shared/contract/recordMethods.ts';
import { recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { call } from '../api.ts';
import { Empty, Panel } from '../components/Panel.tsx';
import { tellError } from '../stores/notify.tsx';
import { useReleaseStore } from '../stores/releaseStore.ts';

const verbs: Readonly<Record<string, string>> = {
  create: 'added',
  edit: 'changed',
  remove: 'removed',
  restore: 'brought back',
  import: 'imported',
  replace: 'replaced by an import',
  archive: 'archived',
  unarchive: 'took out of the archive',
  purge: 'took out a file',
  exportPack: 'exported a draft pack',
  finalPack: 'issued a final pack',
};

/** The ledger in plain words: who changed what, when, from what to what. */
export function HistoryScreen() {
  const id = useReleaseStore((state) => state.open?.id ?? null);
  const revision = useReleaseStore((state) => state.revision);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what makes the list out of date.
  useEffect(() => {
    if (!id) return;
    void call('history.list', { releaseId: id, limit: 200 }).then((read) =>
      read.ok ? setEntries(read.value) : tellError(read.error),
    );
  }, [id, revision]);
  return (
    <Panel title="History" note="the newest 200 changes">
      {entries.length === 0 ? (
        <Empty title="Nothing yet">Every change is kept here with who made it and when.</Empty>
      ) : null}
      <ul className="quiet-list">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <b>{entry.actor}</b>
            {entry.organisation ? `, ${entry.organisation},` : ''} {verbs[entry.action] ?? entry.action}{' '}
            {subjectOf(entry)} <span className="note">{new Date(entry.at).toLocaleString('en-GB')}</span>
            {entry.action === 'edit'
              ? entry.changes.map((change) => (
                  <div key={change.field} className="note">
                    {change.field}: {shown(change.before)} → {shown(change.after)}
                  </div>
                ))
              : null}
            {entry.note ? <div className="note">{entry.note}</div> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function subjectOf(entry: HistoryEntry): string {
  if (!entry.kind || entry.kind === 'release') return entry.recordKey ?? '';
  return `${recordKinds[entry.kind].noun} ${entry.recordKey ?? ''}`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
