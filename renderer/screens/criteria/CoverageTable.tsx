import { Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type CoverageRow, evidenceInWords } from '../../../shared/domain/coverage/computeCoverage.ts';
import { positionStatus, type Status, selfStatusStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { selfStatusOf } from '../../../shared/domain/pack/vocabulary.ts';
import type { Column } from '../../components/grid/column.ts';
import { Grid } from '../../components/grid/Grid.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';

/** A modification without a criterion of its own has no status either. */
function statusOf({ selfStatus, criterion }: CoverageRow): Status {
  return criterion === null ? { word: 'No criterion', sign: '–', tone: 'notDue' } : selfStatusOf(selfStatus);
}

const columns: readonly Column<CoverageRow>[] = [
  { id: 'modification', title: 'Modification', track: '110px', text: (row) => row.modification ?? 'whole release' },
  { id: 'criterion', title: 'Criterion', track: '84px', text: (row) => row.criterion ?? '–' },
  {
    id: 'text',
    title: 'Wording',
    track: 'minmax(140px, 2fr)',
    wraps: true,
    text: (row) => row.text ?? (row.criterion === null ? 'no criterion of its own' : 'no wording yet'),
  },
  {
    id: 'status',
    title: 'Status',
    track: '112px',
    status: statusOf,
    text: (row) => (row.selfStatus ? selfStatusStatus[row.selfStatus].word : ''),
    view: (row) => (row.selfStatus ? <StatusPill status={selfStatusStatus[row.selfStatus]} /> : null),
  },
  {
    id: 'evidence',
    title: 'Evidence',
    track: 'minmax(100px, 1fr)',
    wraps: true,
    spare: 1,
    text: (row) => row.evidence.map(evidenceInWords).join(', '),
  },
  {
    id: 'views',
    title: 'Views',
    track: 'minmax(120px, 1.4fr)',
    wraps: true,
    spare: 2,
    text: (row) =>
      row.views
        .map(
          (view) =>
            `${view.body}: ${view.position ? positionStatus[view.position].word.toLowerCase() : view.asked ? 'asked' : 'not asked'}${view.stale ? ', stale' : ''}`,
        )
        .join('; '),
  },
  {
    id: 'holes',
    title: 'Holes',
    track: 'minmax(160px, 2fr)',
    wraps: true,
    text: (row) => row.holes.join(', '),
    view: (row) =>
      row.holes.length > 0 ? (
        <StatusPill status={{ word: 'Hole', sign: '▲', tone: 'short' }} text={row.holes.join(', ')} />
      ) : (
        <span className={texts.note}>none</span>
      ),
  },
];

/** Modification × criterion × evidence × view, and what is not there. */
export function CoverageTable({ open }: { readonly open: (reference: string) => void }) {
  const { release } = useFacts();
  const asOf = useReleaseStore((state) => state.asOf);
  const coverage = useEngineAnswer('coverage.compute', { release: release.id ?? '', asOf });
  const [holesOnly, setHolesOnly] = useState(false);
  const rows = useMemo(
    () => (coverage?.rows ?? []).filter((row) => !holesOnly || row.holes.length > 0),
    [coverage, holesOnly],
  );
  if (!coverage) return null;
  return (
    <div className={layout.stack}>
      <div className={layout.toolbar}>
        <Switch
          size="xs"
          label={`Only what has a hole (${coverage.open})`}
          checked={holesOnly}
          onChange={(event) => setHolesOnly(event.currentTarget.checked)}
        />
        <span className={texts.note}>
          A criterion says in its panel which modifications it speaks for; without any it speaks for the whole release.
        </span>
      </div>
      <Grid
        label="Coverage"
        rows={rows}
        columns={columns}
        keyOf={keyOf}
        nameOf={(row) => [row.modification ?? 'whole release', row.criterion].filter(Boolean).join(' × ')}
        opened={null}
        open={(key) => open(key.split('\n')[1] ?? '')}
        whenEmpty={
          <p className={texts.note}>No holes: every criterion has accepted evidence and the views it is to have.</p>
        }
      />
    </div>
  );
}

const keyOf = (row: CoverageRow) => `${row.modification ?? ''}\n${row.criterion ?? ''}`;
