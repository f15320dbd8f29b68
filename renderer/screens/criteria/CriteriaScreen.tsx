import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { FindingsPanel } from '../../components/FindingsPanel.tsx';
import { Empty, Panel } from '../../components/Panel.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { saveTable } from '../../stores/fileActions.ts';
import { openModal } from '../../stores/modalStore.ts';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import { useTable } from '../useTable.ts';
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
  const { criteria } = useFacts();
  const { opened, setOpened, chosen, behalf, add } = useTable('criterion', (facts) => facts.criteria);
  const [look, setLook] = useState<Look>('criteria');
  const openReference = (reference: string) =>
    setOpened(criteria.find((criterion) => criterion.reference === reference)?.id ?? null);
  const action = (
    <TableActions
      mayAdd={behalf.mayAdd}
      noun="criterion"
      add={add}
      importAs="criteria"
      save={criteria.length > 0 ? () => saveTable(look) : null}
    >
      <Button variant="default" size="compact-xs" onClick={() => openModal('template')}>
        From the template…
      </Button>
    </TableActions>
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
