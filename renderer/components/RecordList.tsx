import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { type ListKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { useListBehalf } from '../fields/behalf.ts';
import type { FieldSpec } from '../fields/fieldSpec.ts';
import { specsOf } from '../fields/fieldSpecs.ts';
import { freshRecord } from '../places/freshRecord.ts';
import { useAppStore } from '../stores/appStore.ts';
import { formOf, storedId, useWithBegun } from '../stores/begunRecords.ts';
import { tellDone, tellError } from '../stores/notify.tsx';
import { createRecord, saveMany, useReleaseStore } from '../stores/releaseStore.ts';
import { whenSaved } from '../stores/whenSaved.ts';
import { pastedDates } from '../stores/workingDayStore.ts';
import { Empty, Panel } from './Panel.tsx';
import { PanelActions } from './PanelActions.tsx';
import { pasteRows } from './pasteRows.ts';
import { type AnyRecord, RecordRow } from './RecordRow.tsx';
import { ShowMore } from './ShowMore.tsx';

const shownAtOnce = 100;

interface RecordListProps {
  readonly kind: ListKind;
  readonly title: string;
  readonly note?: ReactNode;
  readonly records: readonly AnyRecord[];
  /** What belongs here, while nothing does. */
  readonly whenEmpty: string;
  /** The fields a new record starts with, where they are others than those of any of its kind. */
  readonly fresh?: Readonly<Record<string, unknown>>;
  /** The fields of its form, where what is offered in them follows from the release. */
  readonly specs?: readonly FieldSpec[];
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
  /** The number under which people cite a record, where they do; otherwise they are counted as they stand. */
  readonly numberOf?: (record: AnyRecord) => number | null;
  /** How a record stands, beside its name. */
  readonly mark?: (record: AnyRecord) => ReactNode;
  /** More of a record that stands open, below its fields. */
  readonly below?: (record: AnyRecord) => ReactNode;
  /** What becomes of files that are dropped on a record; null: they are not for it. */
  readonly onFiles?: (record: AnyRecord, onBehalf: boolean) => ((files: readonly File[]) => void) | null;
  /** More that can be done with the list, before its «Add». */
  readonly actions?: ReactNode;
}

/** All records of a short list, read as sentences; one at a time is edited where it stands. */
export function RecordList({
  kind,
  title,
  note,
  records: stored,
  whenEmpty,
  fresh,
  specs = specsOf(kind),
  suggestions = {},
  numberOf,
  mark,
  below,
  onFiles,
  actions = null,
}: RecordListProps) {
  const [opened, setOpened] = useState<string | null>(null);
  const [limit, setLimit] = useState(shownAtOnce);
  const records = useWithBegun(kind, stored);
  const behalf = useListBehalf(kind, stored);
  const target = useAppStore((state) =>
    state.target?.kind === kind && state.target.id !== null ? state.target : null,
  );
  const [led, setLed] = useState<typeof target>(null);
  // Whoever is led here finds the record open, and may close it as any other.
  if (target !== led) {
    setLed(target);
    if (target?.id) setOpened(formOf(storedId(target.id)));
  }
  const isOpen = ({ id = '' }: AnyRecord) => formOf(id) === opened;
  const shown = Math.max(limit, records.findIndex(isOpen) + 1);
  const { noun } = recordKinds[kind];
  const known = async () => {
    await whenSaved();
    const facts = useReleaseStore.getState().open?.facts;
    return fresh ?? (facts && freshRecord(kind, null, facts)) ?? {};
  };
  const add = async () => setOpened(await createRecord(kind, await known(), behalf.isOn));
  const paste = async (text: string) => {
    const pasted = pasteRows(kind, text, await pastedDates());
    if ('problem' in pasted) return tellError({ kind: 'invalidInput', message: pasted.problem, where: null });
    const begun = await known();
    const saves = pasted.records.map((fields) => ({ kind, id: null, fields: { ...begun, ...fields } }));
    if (await saveMany(saves, behalf.isOn)) tellDone(`Added ${countOf(saves.length, 'row')}.`, 'undo');
  };
  const action = (
    <PanelActions mayAdd={behalf.mayAdd}>
      {actions}
      <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
        Add {noun}
      </Button>
    </PanelActions>
  );
  return (
    <Panel
      title={title}
      note={note}
      action={action}
      list={kind}
      behalf={behalf}
      paste={behalf.mayAdd ? (text) => void paste(text) : undefined}
    >
      {records.length === 0 ? <Empty title={`No ${noun} yet`}>{whenEmpty}</Empty> : null}
      {records.slice(0, shown).map((record, index) => (
        <RecordRow
          key={formOf(record.id ?? '')}
          kind={kind}
          record={record}
          number={numberOf?.(record) ?? index + 1}
          specs={specs}
          suggestions={suggestions}
          mark={mark?.(record) ?? null}
          below={isOpen(record) ? (below?.(record) ?? null) : null}
          onFiles={onFiles?.(record, behalf.isOn) ?? null}
          isOpen={isOpen(record)}
          isLed={target !== null && storedId(target.id ?? '') === record.id}
          open={(isOpen) => setOpened(isOpen ? formOf(record.id ?? '') : null)}
        />
      ))}
      <ShowMore total={records.length} limit={limit} setLimit={setLimit} />
    </Panel>
  );
}
