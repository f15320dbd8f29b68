import { ActionIcon, Menu } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { compareStatus, type Status } from '../../../shared/domain/findings/vocabulary.ts';
import { StatusPill } from '../StatusPill.tsx';
import styles from './StatusFilter.module.css';

interface StatusesProps<Row> {
  /** All rows, those too that a filter hides. */
  readonly rows: readonly Row[];
  readonly statusOf: (row: Row) => Status;
  /** The words that are shown; null: all. */
  readonly shown: ReadonlySet<string> | null;
  readonly show: (words: ReadonlySet<string> | null) => void;
}

interface StatusFilterProps<Row> extends StatusesProps<Row> {
  /** What the column is called. */
  readonly title: string;
}

/** In the heading of a column of statuses: which of them are shown, the heaviest first, each with how many there are. */
export function StatusFilter<Row>({ title, ...of }: StatusFilterProps<Row>) {
  const { shown } = of;
  return (
    <Menu position="bottom-start" withinPortal returnFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color={shown ? 'brand' : 'gray'}
          size={20}
          aria-label={`Filter by ${title.toLowerCase()}`}
          data-active={shown !== null}
          data-own-keys
          className={styles.filter}
        >
          {shown ? <IconFilterFilled size={13} /> : <IconFilter size={13} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown data-own-keys aria-label={`Which ${title.toLowerCase()}`}>
        <Statuses {...of} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Counted only while they are looked at: the heading is drawn with every scroll. */
function Statuses<Row>({ rows, statusOf, shown, show }: StatusesProps<Row>) {
  const statuses = rows.map(statusOf);
  const known = new Map(statuses.map((status) => [status.word, status]));
  const toggle = (word: string) => {
    const next = new Set(shown);
    if (!next.delete(word)) next.add(word);
    show(next.size === 0 ? null : next);
  };
  return (
    <>
      {[...known.values()].toSorted(compareStatus).map((status) => (
        <Menu.CheckboxItem
          key={status.word}
          checked={shown?.has(status.word) === true}
          rightSection={statuses.filter(({ word }) => word === status.word).length}
          onChange={() => toggle(status.word)}
        >
          <StatusPill status={status} />
        </Menu.CheckboxItem>
      ))}
      {shown ? (
        <>
          <Menu.Divider />
          <Menu.Item onClick={() => show(null)}>Show all</Menu.Item>
        </>
      ) : null}
    </>
  );
}
