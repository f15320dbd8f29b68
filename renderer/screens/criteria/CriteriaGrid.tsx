import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { positionStatus, type Status, selfStatusStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { selfStatusOf, staleStatus } from '../../../shared/domain/pack/vocabulary.ts';
import type { ViewHistories } from '../../../shared/domain/readiness/viewHistory.ts';
import type { Criterion, SelfStatus } from '../../../shared/domain/records/criterion.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { bodiesPutTo, isPutTo } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { FilterInput } from '../../components/FilterInput.tsx';
import type { Column, GridAction } from '../../components/grid/column.ts';
import { RecordGrid } from '../../components/grid/RecordGrid.tsx';
import { specColumn } from '../../components/grid/specColumn.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useIsOnBehalf } from '../../fields/behalf.ts';
import { attachFiles } from '../../stores/fileActions.ts';
import { beginImport } from '../../stores/importStore.ts';
import { saveMany } from '../../stores/releaseStore.ts';
import { useFactsThen, useFindings, useViewHistories } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { staleViews } from '../positionCounts.ts';
import { ChosenCriteria } from './ChosenCriteria.tsx';
import styles from './CriteriaGrid.module.css';

const groupings: Readonly<Record<string, (criterion: Criterion) => string>> = {
  owner: (criterion) => criterion.owner ?? 'No owner',
  status: (criterion) => selfStatusOf(criterion.selfStatus).word,
  family: (criterion) => criterion.family ?? 'No family',
};

interface CriteriaGridProps {
  readonly opened: string | null;
  readonly open: (id: string) => void;
}

/** Criterion × owner, status, evidence and each body; filtered, grouped, sorted, and changed many at a time. */
export function CriteriaGrid({ opened, open }: CriteriaGridProps) {
  const facts = useFactsThen();
  const histories = useViewHistories();
  const { criteria } = facts;
  const [filter, setFilter] = useState('');
  const [grouping, setGrouping] = useState<string | null>(null);
  const isOnBehalf = useIsOnBehalf();
  const findings = useFindings();
  const stale = useMemo(() => staleViews(findings), [findings]);
  const columns = useMemo(() => columnsOf(facts, histories, stale), [facts, histories, stale]);
  return (
    <div className={layout.stack}>
      <div className={layout.toolbar}>
        <FilterInput label="Filter criteria" value={filter} change={setFilter} />
        <Select
          aria-label="Group criteria"
          placeholder="Not grouped"
          clearable
          data={[
            { value: 'owner', label: 'By owner' },
            { value: 'status', label: 'By status' },
            { value: 'family', label: 'By family' },
          ]}
          value={grouping}
          onChange={setGrouping}
          w={130}
        />
      </div>
      <RecordGrid
        kind="criterion"
        label="Acceptance criteria"
        rows={criteria}
        columns={columns}
        nameOf={referenceOf}
        opened={opened}
        open={open}
        barFor={(ids, clear) => <ChosenCriteria ids={ids} clear={clear} />}
        filter={filter}
        actionsFor={(chosen) => actionsFor(chosen, isOnBehalf)}
        groupOf={grouping ? (groupings[grouping] ?? null) : null}
        onPaste={(text) => beginImport('criteria', { text })}
      />
    </div>
  );
}

/** What is done most with criteria: their status, and evidence for them. */
function actionsFor(criteria: readonly Criterion[], isOnBehalf: boolean): readonly GridAction[] {
  const setStatus = (selfStatus: SelfStatus) =>
    void saveMany(
      criteria.map(({ id }) => ({ kind: 'criterion' as const, id: id ?? null, fields: { selfStatus } })),
      isOnBehalf,
    );
  return [
    ...(['met', 'inProgress', 'notMet'] as const).map((status) => ({
      label: `State as ${selfStatusStatus[status].word.toLowerCase()}`,
      run: () => setStatus(status),
    })),
    {
      label: 'Attach evidence…',
      run: () => void attachFiles(null, { criteria: criteria.map((criterion) => criterion.reference) }),
    },
  ];
}

const referenceOf = (criterion: Criterion) => criterion.reference;

function columnsOf(
  facts: ReleaseFacts,
  histories: ViewHistories,
  stale: ReadonlyMap<string, string>,
): readonly Column<Criterion>[] {
  const evidence = new Map<string, number>();
  for (const item of facts.evidence)
    for (const reference of item.criteria ?? []) evidence.set(reference, (evidence.get(reference) ?? 0) + 1);
  const bodies = bodiesPutTo(facts);
  const status = (criterion: Criterion) => selfStatusOf(criterion.selfStatus);
  return [
    { id: 'reference', title: 'Reference', track: '76px', text: referenceOf },
    specColumn('criterion', 'text', 'minmax(130px, 1fr)', { title: 'What it asks' }),
    specColumn('criterion', 'selfStatus', '118px', {
      title: 'Owner says',
      status,
      text: (criterion) => status(criterion).word,
      view: (criterion) => <StatusPill status={status(criterion)} />,
    }),
    specColumn('criterion', 'owner', '64px', { spare: 1 }),
    {
      id: 'evidence',
      title: 'Evidence',
      track: '62px',
      spare: 2,
      isNumber: true,
      text: (criterion) => String(evidence.get(criterion.reference) ?? 0),
    },
    ...(bodies.length === 0 ? [] : [bodiesColumn(bodies, histories, stale)]),
  ];
}

/** What each body that a criterion is put to has said of it, or whether it was asked; one under the other. */
function bodiesColumn(
  bodies: readonly string[],
  histories: ViewHistories,
  stale: ReadonlyMap<string, string>,
): Column<Criterion> {
  const said = (criterion: Criterion) => bodies.flatMap((body) => saidBy(body, criterion, histories, stale) ?? []);
  return {
    id: 'bodies',
    title: 'Bodies',
    track: 'minmax(116px, 0.5fr)',
    wraps: true,
    text: (criterion) =>
      said(criterion)
        .map(({ word }) => word)
        .join('; '),
    view: (criterion) => (
      <span className={styles.bodies}>
        {said(criterion).map(({ body, status, word }) =>
          status ? (
            <StatusPill key={body} status={status} text={word} />
          ) : (
            <span key={body} className={texts.note}>
              {word}
            </span>
          ),
        )}
      </span>
    ),
  };
}

interface Said {
  readonly body: string;
  readonly word: string;
  /** Null: it has said nothing yet. */
  readonly status: Status | null;
}

function saidBy(
  body: string,
  criterion: Criterion,
  histories: ViewHistories,
  stale: ReadonlyMap<string, string>,
): Said | null {
  const { standing, asked } = histories.of(body, criterion.reference);
  if (standing?.position) {
    const status = positionStatus[standing.position];
    const isStale = stale.has(`${body}/${criterion.reference}`);
    const word = `${body} ${status.word.toLowerCase()}${isStale ? ', stale' : ''}`;
    return { body, word, status: isStale ? staleStatus : status };
  }
  if (asked) return { body, word: `${body} asked`, status: null };
  return isPutTo(criterion, body) ? { body, word: `${body} not asked`, status: null } : null;
}
