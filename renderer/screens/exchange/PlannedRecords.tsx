import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InspectedBundle, PlannedRecord } from '../../../shared/contract/bundle.ts';
import { ChangedField } from '../../components/ChangedField.tsx';
import { ShowMore } from '../../components/ShowMore.tsx';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { fieldValueInWords, labelOf } from '../history/historyWords.ts';
import { capital, namedInWords, nounOf } from './exchangeWords.ts';

const atOnce = 12;
/** What the app keeps for itself beside a fact: hashes, and what a view saw. */
const kept: ReadonlySet<string> = new Set(['saw', 'sawText', 'sha256', 'bytes', 'mediaType']);
const signs = { added: '+', changed: '◐', removed: '−' } as const;
const everything = 'all';

type Kinds = InspectedBundle['kinds'];

/** Record by record what would change, to be narrowed down to a kind or to what holds a word. */
export function PlannedRecords({
  records,
  kinds,
}: {
  readonly records: readonly PlannedRecord[];
  readonly kinds: Kinds;
}) {
  const [limit, setLimit] = useState(atOnce);
  const [kind, setKind] = useState(everything);
  const [text, setText] = useState('');
  if (records.length === 0) return null;
  const isOfKind = (record: { readonly kind: string }) => kind === everything || record.kind === kind;
  const found = records.filter((record) => isOfKind(record) && holds(record, text.trim().toLowerCase()));
  const left = sum(kinds.filter(isOfKind)) - records.filter(isOfKind).length;
  return (
    <section aria-label="What changes" className={layout.stack}>
      <h3 className={texts.day}>Record by record</h3>
      {records.length > atOnce ? (
        <div className={layout.toolbar}>
          <Select
            aria-label="Kind of record"
            data={[
              { value: everything, label: `All kinds (${sum(kinds).toLocaleString('en-GB')})` },
              ...kinds.map((one) => ({ value: one.kind, label: kindInWords(one) })),
            ]}
            value={kind}
            onChange={(value) => setKind(value ?? everything)}
            allowDeselect={false}
            w={340}
          />
          <TextInput
            aria-label="Search what changes"
            placeholder="Search"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
      ) : null}
      {found.length === 0 ? <p className={texts.note}>Nothing that changes holds this.</p> : null}
      <ul className={lists.quiet}>
        {found.slice(0, limit).map((record) => (
          <PlannedLine key={`${record.action} ${record.kind} ${record.key}`} record={record} />
        ))}
      </ul>
      <ShowMore total={found.length} limit={limit} setLimit={setLimit} />
      {left > 0 ? (
        <p className={texts.note}>
          and {left.toLocaleString('en-GB')} more, for only the first records of each kind are listed.
        </p>
      ) : null}
    </section>
  );
}

function PlannedLine({ record }: { readonly record: PlannedRecord }) {
  return (
    <li>
      <span aria-hidden="true">{signs[record.action]}</span> <b>{namedInWords(record.kind, record.key)}</b>{' '}
      <span className={texts.note}>{record.action}</span>
      {record.fields
        .filter(({ field }) => !kept.has(field))
        .map(({ field, before, after }) => (
          <ChangedField key={field} label={labelOf(record.kind, field)}>
            {record.action === 'added' ? null : `${fieldValueInWords(record.kind, field, before)} → `}
            {fieldValueInWords(record.kind, field, after)}
          </ChangedField>
        ))}
    </li>
  );
}

function sum(kinds: Kinds): number {
  return kinds.reduce((total, { added, changed, removed }) => total + added + changed + removed, 0);
}

/** `Evidence: 30 added, 2 changed` */
function kindInWords({ kind, ...counts }: Kinds[number]): string {
  const parts = (['added', 'changed', 'removed'] as const).filter((action) => counts[action] > 0);
  return `${capital(nounOf(kind))}: ${parts.map((action) => `${counts[action].toLocaleString('en-GB')} ${action}`).join(', ')}`;
}

function holds({ kind, key, fields }: PlannedRecord, text: string): boolean {
  if (text === '') return true;
  const values = fields.flatMap(({ field, before, after }) =>
    [before, after].map((value) => fieldValueInWords(kind, field, value)),
  );
  // By its words, and by the key that the terminal and bundles say.
  return `${namedInWords(kind, key)} ${key} ${values.join(' ')}`.toLowerCase().includes(text);
}
