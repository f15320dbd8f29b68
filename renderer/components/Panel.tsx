import type { ReactNode } from 'react';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { type Behalf, BehalfProvider } from '../fields/behalf.ts';
import texts from '../styles/texts.module.css';
import { KeptBy } from './KeptBy.tsx';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  /** The kind of records that it lists (`data-list`): where one leads who is to begin one. */
  readonly list?: ListKind;
  /** How it stands to what another side keeps in it; its title says so, once. */
  readonly behalf?: Behalf;
  /** Rows that are pasted while the cursor is in it and in no field. */
  readonly paste?: ((text: string) => void) | undefined;
  readonly children: ReactNode;
}

/** A titled region; the title names it for screen readers too. */
export function Panel({ title, note, action, list, behalf, paste, children }: PanelProps) {
  return (
    <section
      className={styles.panel}
      aria-label={title}
      data-list={list}
      tabIndex={list && -1}
      onPaste={(event) => {
        if (!paste || (event.target instanceof Element && event.target.closest('input, textarea'))) return;
        event.preventDefault();
        paste(event.clipboardData.getData('text/plain'));
      }}
    >
      <div className={styles.head}>
        <h2>{title}</h2>
        {note ? <span className={`${texts.note} ${styles.aside}`}>{note}</span> : null}
        {behalf ? <KeptBy behalf={behalf} /> : null}
        {action}
      </div>
      <BehalfProvider value={behalf?.isOn ?? false}>{children}</BehalfProvider>
    </section>
  );
}

/** What an empty list says: what belongs here, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <b>{title}</b>
      {children}
    </div>
  );
}
