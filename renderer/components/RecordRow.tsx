import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { dayInWords } from '../../shared/domain/calendar/calendarDate.ts';
import { type ListKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import type { FieldSpec } from '../fields/fieldSpec.ts';
import { mayRemove } from '../fields/locks.ts';
import { RecordFields } from '../fields/RecordFields.tsx';
import { recordAttribute } from '../fields/recordAttribute.ts';
import { firstEmpty } from '../focus/firstEmpty.ts';
import { useRole } from '../stores/appStore.ts';
import { dropRecord, isUnsaved } from '../stores/begunRecords.ts';
import texts from '../styles/texts.module.css';
import styles from './RecordRow.module.css';
import { RecordSentence } from './RecordSentence.tsx';

export type AnyRecord = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

/** What a form says of a record of which nothing is stored. */
export const unsavedNote = 'Nothing is recorded until you enter something.';

interface RecordRowProps {
  readonly kind: ListKind;
  readonly record: AnyRecord;
  readonly number: number;
  readonly specs: readonly FieldSpec[];
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly mark: ReactNode;
  /** More of it while it is open, below its fields. */
  readonly below: ReactNode;
  /** Null: dropped files are not for this record. */
  readonly onFiles: ((files: readonly File[]) => void) | null;
  readonly isOpen: boolean;
  /** Whether what led here puts the cursor into a field of its own choice. */
  readonly isLed: boolean;
  readonly open: (isOpen: boolean) => void;
}

/**
 * One record of a list: its name and a sentence of its values. A click, Enter or F2 edits it where it stands, with the
 * cursor in what was clicked on; Escape leaves.
 */
export function RecordRow(props: RecordRowProps) {
  const { kind, record, number, specs, suggestions, mark, isOpen, isLed, open, onFiles } = props;
  const id = record.id ?? '';
  const name = nameInList(kind, record);
  const role = useRole();
  const place = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLButtonElement>(null);
  /** What was clicked on: a value, or the row as a whole (''); null: it was opened from elsewhere. */
  const wanted = useRef<string | null>(null);
  const sentence = useId();
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!isOpen || place.current === null || (isLed && wanted.current === null)) return;
    cursorInto(place.current, wanted.current);
    wanted.current = null;
  }, [isOpen, isLed]);
  const edit = (event: MouseEvent) => {
    const value = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-value]') : null;
    wanted.current = value?.dataset.value ?? '';
    open(!isOpen);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen || isOpenList(event.target)) return;
    event.stopPropagation();
    open(false);
    head.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the controls inside; the name's button closes, too.
    <div
      className={styles.record}
      data-record={recordAttribute(kind, id)}
      data-open={isOpen}
      data-over={over}
      ref={place}
      onKeyDown={leave}
      onDragOver={(event) => {
        if (!onFiles) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!onFiles) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <div className={styles.head}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on a value is a mouse's way; the name is a button that does the same. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
        <div className={styles.read} data-open={isOpen} onClick={edit}>
          <button
            ref={head}
            type="button"
            aria-expanded={isOpen}
            aria-describedby={isOpen ? undefined : sentence}
            title={name}
            onKeyDown={(event) => {
              if (event.key === 'F2') open(true);
            }}
          >
            {`${number} · ${name}`}
          </button>
          {isOpen ? null : (
            <div id={sentence}>
              <RecordSentence record={record} specs={specs} name={name} />
            </div>
          )}
        </div>
        {mark ? <span className={styles.mark}>{mark}</span> : null}
        {isUnsaved(id) || mayRemove(role, kind, record) ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove ${recordKinds[kind].noun} ${name}`}
            onClick={() => void dropRecord(kind, id, `${recordKinds[kind].noun} ${name}`)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        ) : null}
      </div>
      {isUnsaved(id) ? <p className={texts.note}>{unsavedNote}</p> : null}
      {isOpen ? <RecordFields kind={kind} id={id} record={record} specs={specs} suggestions={suggestions} /> : null}
      {props.below}
    </div>
  );
}

/** Keys hold dates as files do; people read them in words. A record that says nothing of itself yet is a new one. */
function nameInList(kind: ListKind, record: AnyRecord): string {
  const { noun, key } = recordKinds[kind];
  const name = (key as (record: AnyRecord) => string)(record);
  if (isUnsaved(record.id ?? '') || name.startsWith('?')) return `New ${noun}`;
  return name.replace(/\d{4}-\d\d-\d\d/g, dayInWords);
}

/** Into the field whose value was clicked on, else into the first one that holds nothing yet. */
function cursorInto(place: HTMLElement, field: string | null): void {
  const controls = 'input:not([type="hidden"]):enabled, textarea:enabled';
  const named = field === null ? null : place.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const control = named?.matches(controls) ? named : named?.querySelector<HTMLElement>(controls);
  (control ?? firstEmpty(place))?.focus();
}

/** Escape first closes the list that is open. */
function isOpenList(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true' && target.matches('input');
}
