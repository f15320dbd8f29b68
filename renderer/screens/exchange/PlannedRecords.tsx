import { useState } from 'react';
import type { PlannedRecord } from '../../../shared/contract/exchangeMethods.ts';
import { ShowMore } from '../../components/ShowMore.tsx';
import { labelOf, valueInWords } from '../history/historyWords.ts';
import { capital, nounOf } from './exchangeWords.ts';

const atOnce = 12;
/** What the app keeps for itself beside a fact: hashes, and what a view saw. */
const kept: ReadonlySet<string> = new Set(['saw', 'sawText', 'sha256', 'bytes', 'mediaType']);
const signs = { added: '+', changed: '◐', removed: '−' } as const;

/** Record by record what would change. */
export function PlannedRecords({
  records,
  total,
}: {
  readonly records: readonly PlannedRecord[];
  readonly total: number;
}) {
  const [limit, setLimit] = useState(atOnce);
  if (records.length === 0) return null;
  return (
    <section aria-label="What changes">
      <h3 className="day">Record by record</h3>
      <ul className="quiet-list">
        {records.slice(0, limit).map((record) => (
          <li key={`${record.action} ${record.kind} ${record.key}`}>
            <span aria-hidden="true">{signs[record.action]}</span>{' '}
            <b>{capital(`${nounOf(record.kind)} ${record.key}`)}</b> <span className="note">{record.action}</span>
            {record.fields
              .filter(({ field }) => !kept.has(field))
              .map(({ field, before, after }) => (
                <div key={field} className="change">
                  <span className="note">{labelOf(record.kind, field)}</span> {valueInWords(before)} →{' '}
                  {valueInWords(after)}
                </div>
              ))}
          </li>
        ))}
      </ul>
      <ShowMore total={records.length} limit={limit} setLimit={setLimit} />
      {total > records.length && limit >= records.length ? (
        <p className="note">and {(total - records.length).toLocaleString('en-GB')} more</p>
      ) : null}
    </section>
  );
}
