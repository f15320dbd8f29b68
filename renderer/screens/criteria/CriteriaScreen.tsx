import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { PanelActions } from '../../components/PanelActions.tsx';
import { useListBehalf } from '../../fields/behalf.ts';
import { freshRecord } from '../../places/freshRecord.ts';
import { begunIn, useBegun } from '../../stores/begunRecords.ts';
import { saveTable } from '../../stores/fileActions.ts';
import { beginImport } from '../../stores/importStore.ts';
import { openModal } from '../../stores/modalStore.ts';
import { createRecord } from '../../stores/releaseStore.ts';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import { useOpened } from '../useOpened.ts';
import { CoverageTable } from './CoverageTable.tsx';
import { CriteriaGrid } from './CriteriaGrid.tsx';
import { CriterionSide } from './CriterionSide.tsx';
import { SufficiencyList } from './SufficiencyList.tsx';

const looks = [
  { value: 'criteria', label: 'Criteria' },
  { value: 'coverage', label: 'Coverage' },
  { value: 'sufficiency', label: 'Sufficiency' },
] as const;
type Look = (typeof looks)[number]['value'];

/** The acceptance criteria: by themselves, against what they cover, and against what they ask of their evidence. */
export function CriteriaScreen() {
  const facts = useFacts();
  const { criteria } = facts;
  const [opened, setOpened] = useOpened('criterion');
  const [look, setLook] = useState<Look>('criteria');
  const begun = useBegun('criterion');
  const chosen = criteria.find((criterion) => criterion.id === opened) ?? begunIn(begun, opened);
  const openReference = (reference: string) =>
    setOpened(criteria.find((criterion) => criterion.reference === reference)?.id ?? null);
  const behalf = useListBehalf('criterion', criteria);
  const add = async () =>
    setOpened(await createRecord('criterion', freshRecord('criterion', null, facts) ?? {}, behalf.isOn));
  const action = (
    <PanelActions mayAdd={behalf.mayAdd}>
      <Button variant="default" size="compact-xs" leftSection={<IconPlus size={14} />} onClick={() => void add()}>
        Add criterion
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => beginImport('criteria')}>
        Import…
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => openModal('template')}>
        From the template…
      </Button>
      {criteria.length > 0 ? (
        <Button variant="subtle" size="compact-xs" onClick={() => void saveTable(look)}>
          Export…
        </Button>
      ) : null}
    </PanelActions>
  );
  return (
    <div className={layout.stack}>
      <div className={chosen ? layout.columns : ''}>
        <Panel title="Acceptance criteria" note={`${criteria.length}`} action={action} list="criterion" behalf={behalf}>
          {criteria.length === 0 ? (
            <Empty title="No acceptance criteria yet">
              The implementation plan in the RID sets them out (§5.1); the CSC is shown that each is met (§5.3). Add
              them one by one, or import the RID's table.
            </Empty>
          ) : (
            <div className={layout.stack}>
              <div>
                <SegmentedControl
                  size="xs"
                  aria-label="How to look at the criteria"
                  value={look}
                  onChange={(next) => setLook(next as Look)}
                  data={[...looks]}
                />
              </div>
              {look === 'criteria' ? <CriteriaGrid opened={opened} open={setOpened} /> : null}
              {look === 'coverage' ? <CoverageTable open={openReference} /> : null}
              {look === 'sufficiency' ? <SufficiencyList open={openReference} /> : null}
            </div>
          )}
        </Panel>
        {chosen ? <CriterionSide criterion={chosen} close={() => setOpened(null)} /> : null}
      </div>
      <FindingsPanel title="What the rulebook says of the criteria" screen="criteria" />
    </div>
  );
}
