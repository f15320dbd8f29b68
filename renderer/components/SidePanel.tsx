import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { type ListKind, recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { BehalfProvider, useBehalf } from '../fields/behalf.ts';
import { specsOf } from '../fields/fieldSpecs.ts';
import { mayRemove } from '../fields/locks.ts';
import { RecordFields } from '../fields/RecordFields.tsx';
import { recordAttribute } from '../fields/recordAttribute.ts';
import { firstEmpty } from '../focus/firstEmpty.ts';
import { focusOn } from '../focus/whenThere.ts';
import { useRole } from '../stores/appStore.ts';
import { formOf, isUnsaved } from '../stores/begunRecords.ts';
import { removeRecord } from '../stores/releaseStore.ts';
import { wordedKey } from '../stores/wordedKey.ts';
import layout from '../styles/layout.module.css';
import texts from '../styles/texts.module.css';
import { KeptBy } from './KeptBy.tsx';
import panels from './Panel.module.css';
import { unsavedNote } from './RecordRow.tsx';
import styles from './SidePanel.module.css';
import { useSidePlace } from './useSidePlace.ts';

interface SidePanelProps {
  readonly kind: ListKind;
  readonly record: Readonly<Record<string, unknown>> & { readonly id?: string | undefined };
  readonly close: () => void;
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** Escape first closes the list that is open, and only then the panel. */
function isOpenList(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

/** Everything of the chosen record, beside the list that it was chosen from. */
export function SidePanel({ kind, record, close, suggestions = {}, title, children }: SidePanelProps) {
  const { noun, key } = recordKinds[kind];
  const name = wordedKey(kind, (key as (record: unknown) => string)(record));
  const id = record.id ?? '';
  const form = formOf(id);
  const isNew = isUnsaved(id);
  const specs = specsOf(kind);
  const behalf = useBehalf(kind, specs, [record]);
  const role = useRole();
  const panel = useRef<HTMLElement>(null);
  useSidePlace(panel, form);
  // Focus follows the choice; Escape gives it back by closing.
  useEffect(() => {
    if (!form || !panel.current) return;
    // In a narrow window the panel takes its list's place, however far down that was.
    if (getComputedStyle(panel.current).position === 'static') panel.current.scrollIntoView();
    // What led here may have put the cursor into the field that it named.
    if (panel.current.querySelector('[data-fields]')?.contains(document.activeElement)) return;
    if (document.activeElement?.matches('[role="grid"]:focus-visible')) return focusOn(firstEmpty(panel.current));
    panel.current.querySelector<HTMLElement>('[data-fields] input')?.focus({ preventScroll: true });
  }, [form]);
  return (
    <aside
      ref={panel}
      className={`${panels.panel} ${styles.side}`}
      aria-label={`${noun} ${name}`}
      data-record={recordAttribute(kind, id)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isOpenList(event.target)) close();
      }}
    >
      <div className={panels.head}>
        <h2>{title ?? name}</h2>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Close" onClick={close}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      <div className={layout.stack}>
        {behalf.kept || behalf.unconfirmed.length > 0 ? (
          <div className={layout.toolbar}>
            <KeptBy behalf={behalf} />
          </div>
        ) : null}
        {isNew ? <p className={texts.note}>{unsavedNote}</p> : null}
        <BehalfProvider value={behalf.isOn}>
          {children}
          <RecordFields key={form} kind={kind} id={id} record={record} specs={specs} suggestions={suggestions} />
        </BehalfProvider>
        {isNew || !mayRemove(role, kind, record) ? null : (
          <div>
            <Button
              variant="subtle"
              color="red"
              size="compact-xs"
              onClick={() => {
                close();
                void removeRecord(kind, id, `${noun} ${name}`);
              }}
            >
              Remove this {noun}
            </Button>
          </div>
        )}
      </div>
    </aside>
  );
}
