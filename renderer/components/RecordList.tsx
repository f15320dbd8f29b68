import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { type ListKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import type { FieldSpec } from '../fields/fieldSpec.ts';
import { specsOf } from '../fields/fieldSpecs.ts';
import { RecordFields } from '../fields/RecordFields.tsx';
import { recordAttribute } from '../fields/recordAttribute.ts';
import { useLock } from '../fields/useLock.ts';
import { useAppStore } from '../stores/appStore.ts';
import { dropRecord, formOf, isUnsaved, storedId, useWithBegun } from '../stores/begunRecords.ts';
import { createRecord } from '../stores/releaseStore.ts';
import buttons from '../styles/buttons.module.css';
import texts from '../styles/texts.module.css';
import { Empty, Panel } from './Panel.tsx';
import { PanelActions } from './PanelActions.tsx';
import styles from './RecordList.module.css';
import { ShowMore } from './ShowMore.tsx';

const openUpTo = 8;
const shownAtOnce = 100;

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

interface RecordListProps {
  readonly kind: ListKind;
  readonly title: string;
  readonly note?: ReactNode;
  readonly records: readonly AnyRecord[];
  /** What belongs here, while nothing does. */
  readonly whenEmpty: string;
  /** The fields a new record starts with. */
  readonly fresh?: Readonly<Record<string, unknown>>;
  /** The fields of its form, where what is offered in them follows from the release. */
  readonly specs?: readonly FieldSpec[];
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
  /** The number under which people cite a record, where they do; otherwise they are counted as they stand. */
  readonly numberOf?: (record: AnyRecord) => number | null;
  /** How a record stands, beside its name. */
  readonly mark?: (record: AnyRecord) => ReactNode;
  /** More that can be done with the list, before its «Add». */
  readonly actions?: ReactNode;
}

/** What a form says of a record of which nothing is stored. */
export const unsavedNote = 'Nothing is recorded until you enter something.';

/** All records of a short list, each open for editing: add one, fill it in, or remove it (with undo). */
export function RecordList({
  kind,
  title,
  note,
  records: stored,
  whenEmpty,
  fresh = {},
  specs = specsOf(kind),
  suggestions = {},
  numberOf,
  mark,
  actions = null,
}: RecordListProps) {
  const [newest, setNewest] = useState<string | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(shownAtOnce);
  const records = useWithBegun(kind, stored);
  // A long list shows names; a record's fields are drawn when it is opened.
  const folded = records.length > openUpTo;
  const aimed = useAppStore(({ target }) => (target?.kind === kind && target.id !== null ? storedId(target.id) : null));
  const shown = Math.max(limit, records.findIndex((record) => record.id === aimed) + 1);
  const toggle = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  const { noun, key } = recordKinds[kind];
  const nameOf = key as (record: AnyRecord) => string;
  const add = async () => setNewest(await createRecord(kind, fresh));
  const lock = useLock(kind);
  const action = (
    <PanelActions lock={lock}>
      {actions}
      <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
        Add {noun}
      </Button>
    </PanelActions>
  );
  return (
    <Panel title={title} note={note} action={action} list={kind}>
      {records.length === 0 ? <Empty title={`No ${noun} yet`}>{whenEmpty}</Empty> : null}
      {records.slice(0, shown).map((record, index) => {
        const id = record.id ?? '';
        const isNew = isUnsaved(id);
        const name = isNew || nameOf(record).startsWith('?') ? `New ${noun}` : withDates(nameOf(record));
        const isOpen = !folded || opened.has(id) || id === newest || id === aimed;
        return (
          <div
            className={styles.record}
            key={formOf(id)}
            data-record={recordAttribute(kind, id)}
            ref={id === newest ? focusFirst : undefined}
          >
            <div className={styles.head}>
              {folded ? (
                <button type="button" className={buttons.link} aria-expanded={isOpen} onClick={() => toggle(id)}>
                  {`${numberOf?.(record) ?? index + 1} · ${name}`}
                </button>
              ) : (
                <h3 title={name}>{`${numberOf?.(record) ?? index + 1} · ${name}`}</h3>
              )}
              {mark ? <span className={styles.mark}>{mark(record)}</span> : null}
              {lock ? null : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={`Remove ${noun} ${name}`}
                  onClick={() => void dropRecord(kind, id, `${noun} ${name}`)}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              )}
            </div>
            {isNew ? <p className={texts.note}>{unsavedNote}</p> : null}
            {isOpen ? (
              <RecordFields kind={kind} id={id} record={record} specs={specs} suggestions={suggestions} />
            ) : null}
          </div>
        );
      })}
      <ShowMore total={records.length} limit={limit} setLimit={setLimit} />
    </Panel>
  );
}

/** Keys hold dates as files do; people read them in words. */
function withDates(name: string): string {
  return name.replace(/\d{4}-\d\d-\d\d/g, (date) => (isCalendarDate(date) ? formatDate(date) : date));
}

/** A record that was just added is where the person goes on typing. */
function focusFirst(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('input, textarea')?.focus();
}
