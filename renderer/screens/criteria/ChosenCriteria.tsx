import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { selfStatuses } from '../../../shared/domain/records/criterion.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ChosenBar } from '../../components/ChosenBar.tsx';
import { ChosenFields } from '../../components/ChosenFields.tsx';
import { ChosenSelect } from '../../components/ChosenSelect.tsx';
import { useIsOnBehalf } from '../../fields/behalf.ts';
import { options } from '../../fields/fieldSpec.ts';
import { saveMany } from '../../stores/releaseStore.ts';

interface ChosenCriteriaProps {
  readonly ids: ReadonlySet<string>;
  readonly clear: () => void;
}

/** One change of many criteria: one step in the history and one to take back. */
export function ChosenCriteria({ ids, clear }: ChosenCriteriaProps) {
  const [bodies, setBodies] = useState<string[]>([]);
  const isOnBehalf = useIsOnBehalf();
  const setAll = (fields: Record<string, unknown>) =>
    void saveMany(
      [...ids].map((id) => ({ kind: 'criterion' as const, id, fields })),
      isOnBehalf,
    );
  return (
    <ChosenBar what="criteria" count={ids.size} clear={clear}>
      <ChosenSelect label="Owner" data={['DCC', 'SECAS']} set={(owner) => setAll({ owner })} width={100} />
      <ChosenSelect
        label="Status"
        data={options(selfStatuses)}
        set={(selfStatus) => setAll({ selfStatus })}
        width={150}
      />
      <TagsInput
        aria-label="Bodies of the chosen"
        placeholder={bodies.length === 0 ? 'Put to' : ''}
        data={['TAG', 'OPSG', 'TABASC', 'SSC', 'SMKI PMA']}
        value={bodies}
        onChange={setBodies}
      />
      <ActionButton
        variant="default"
        size="compact-xs"
        why={bodies.length === 0 ? 'Choose first the bodies that they are put to.' : null}
        onClick={() => setAll({ bodies })}
      >
        Set bodies
      </ActionButton>
      <ChosenFields kind="criterion" ids={ids} clear={clear} />
    </ChosenBar>
  );
}
