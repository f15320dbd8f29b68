import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { positionStatus, selfStatusStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { staleStatus } from '../../../shared/domain/pack/vocabulary.ts';
import type { ViewHistories, ViewHistory } from '../../../shared/domain/readiness/viewHistory.ts';
import type { Criterion, SelfStatus } from '../../../shared/domain/records/criterion.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { bodiesPutTo, isPutTo } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { FilterInput } from '../../components/FilterInput.tsx';
import type { Column, GridAction } from '../../components/grid/column.ts';
import { RecordGrid } from '../../components/grid/RecordGrid.tsx';
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

const groupings: Readonly<Record<string, (criterion: Criterion) => string>> = {
  owner: (criterion) => criterion.owner ?? 'No owner',
  status: (criterion) => (criterion.selfStatus ? selfStatusStatus[criterion.selfStatus].word : 'Not stated'),
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
const notStated = { word: 'Not stated', sign: '?', tone: 'cannotTell' } as const;

function columnsOf(
  facts: ReleaseFacts,
  histories: ViewHistories,
  stale: ReadonlyMap<string, string>,
): readonly Column<Criterion>[] {
  const evidence = new Map<string, number>();
  for (const item of facts.evidence)
    for (const reference of item.criteria ?? []) evidence.set(reference, (evidence.get(reference) ?? 0) + 1);
  const status = (criterion: Criterion) => (criterion.selfStatus ? selfStatusStatus[criterion.selfStatus] : notStated);
  return [
    { id: 'reference', title: 'Reference', track: '84px', text: referenceOf },
    {
      id: 'status',
      title: 'Status',
      track: '118px',
      text: (criterion) => status(criterion).word,
      view: (criterion) => <StatusPill status={status(criterion)} />,
    },
    { id: 'text', title: 'Criterion', track: 'minmax(200px, 4fr)', text: (criterion) => criterion.text ?? '' },
    { id: 'owner', title: 'Owner', track: '64px', text: (criterion) => criterion.owner ?? '' },
    {
      id: 'evidence',
      title: 'Evidence',
      track: '66px',
      text: (criterion) => String(evidence.get(criterion.reference) ?? 0),
    },
    ...bodiesPutTo(facts).map((body) =>
      bodyColumn(body, (criterion) => histories.of(body, criterion.reference), stale),
    ),
  ];
}

function bodyColumn(
  body: string,
  viewOf: (criterion: Criterion) => ViewHistory,
  stale: ReadonlyMap<string, string>,
): Column<Criterion> {
  const isStale = ({ reference }: Criterion) => stale.has(`${body}/${reference}`);
  const word = (criterion: Criterion) => {
    const { standing, asked } = viewOf(criterion);
    if (standing?.position) return `${positionStatus[standing.position].word}${isStale(criterion) ? ', stale' : ''}`;
    return asked ? 'asked' : isPutTo(criterion, body) ? 'not asked' : '';
  };
  return {
    id: `body ${body}`,
    title: body,
    track: 'minmax(136px, 1fr)',
    text: word,
    view: (criterion) => {
      const position = viewOf(criterion).standing?.position;
      return position ? (
        <span className={layout.pills}>
          <StatusPill status={positionStatus[position]} />
          {isStale(criterion) ? <StatusPill status={staleStatus} /> : null}
        </span>
      ) : (
        <span className={texts.note}>{word(criterion)}</span>
      );
    },
  };
}
