import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { type ListKind, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import { type Behalf, useListBehalf } from '../../fields/behalf.ts';
import { specsOf } from '../../fields/fieldSpecs.ts';
import { RecordFields } from '../../fields/RecordFields.tsx';
import { formOf, isUnsaved, useWithBegun } from '../../stores/begunRecords.ts';
import { createRecord } from '../../stores/releaseStore.ts';
import { wordedKey } from '../../stores/wordedKey.ts';
import texts from '../../styles/texts.module.css';
import { ChosenBar } from '../ChosenBar.tsx';
import { ChosenFields } from '../ChosenFields.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { PanelActions } from '../PanelActions.tsx';
import { unsavedNote } from '../RecordRow.tsx';
import type { Column } from './column.ts';
import { RecordGrid } from './RecordGrid.tsx';

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

interface GridPanelProps {
  readonly kind: ListKind;
  readonly title: string;
  readonly note?: ReactNode;
  readonly records: readonly AnyRecord[];
  readonly columns: readonly Column<AnyRecord>[];
  readonly whenEmpty: string;
  readonly opened: string | null;
  readonly open: (id: string | null) => void;
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
  /** What the records are, in the plural. */
  readonly plural: string;
  readonly actions?: (behalf: Behalf) => ReactNode;
}

/** A short list of records of many values: a row each, edited cell by cell; the row that is opened shows all its fields. */
export function GridPanel(props: GridPanelProps) {
  const { kind, title, records: stored, opened, open, suggestions = {}, plural } = props;
  const records = useWithBegun(kind, stored);
  const behalf = useListBehalf(kind, stored);
  const { noun, key } = recordKinds[kind];
  const nameOf = (record: AnyRecord) => {
    const name = (key as (record: AnyRecord) => string)(record);
    return isUnsaved(record.id ?? '') || name.startsWith('?') ? `New ${noun}` : wordedKey(kind, name);
  };
  const action = (
    <PanelActions mayAdd={behalf.mayAdd}>
      {props.actions?.(behalf)}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => void createRecord(kind, {}, behalf.isOn).then(open)}
      >
        Add {noun}
      </Button>
    </PanelActions>
  );
  return (
    <Panel title={title} note={props.note} action={action} list={kind} behalf={behalf}>
      <RecordGrid
        kind={kind}
        label={title}
        rows={records}
        columns={props.columns}
        nameOf={nameOf}
        opened={opened}
        open={(row) => open(opened !== null && formOf(opened) === row ? null : row)}
        suggestions={suggestions}
        {...(behalf.mayAdd ? { fresh: {} } : {})}
        barFor={(ids, clear) => (
          <ChosenBar what={plural} count={ids.size} clear={clear}>
            <ChosenFields kind={kind} ids={ids} clear={clear} suggestions={suggestions} />
          </ChosenBar>
        )}
        detailOf={(record) => <Detail kind={kind} record={record} suggestions={suggestions} close={() => open(null)} />}
        whenEmpty={<Empty title={`No ${noun} yet`}>{props.whenEmpty}</Empty>}
      />
    </Panel>
  );
}

interface DetailProps {
  readonly kind: ListKind;
  readonly record: AnyRecord;
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  readonly close: () => void;
}

/** Every field of the row that stands open, below its cells; Escape closes it. */
function Detail({ kind, record, suggestions, close }: DetailProps) {
  const place = useRef<HTMLDivElement>(null);
  const id = record.id ?? '';
  const form = formOf(id);
  useEffect(() => {
    if (!form || place.current?.contains(document.activeElement)) return;
    place.current?.querySelector<HTMLElement>('[data-fields] input')?.focus({ preventScroll: true });
  }, [form]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the controls inside; the button closes, too.
    <div
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        const grid = event.currentTarget.closest<HTMLElement>('[role="grid"]');
        close();
        grid?.focus({ preventScroll: true });
      }}
    >
      {isUnsaved(id) ? <p className={texts.note}>{unsavedNote}</p> : null}
      <RecordFields kind={kind} id={id} record={record} specs={specsOf(kind)} suggestions={suggestions} />
      <Button variant="subtle" size="compact-xs" mt={8} onClick={close}>
        Close
      </Button>
    </div>
  );
}
