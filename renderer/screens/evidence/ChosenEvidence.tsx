import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ChosenBar } from '../../components/ChosenBar.tsx';
import { ChosenFields } from '../../components/ChosenFields.tsx';
import { ChosenSelect } from '../../components/ChosenSelect.tsx';
import { useIsOnBehalf } from '../../fields/behalf.ts';
import { saveMany } from '../../stores/releaseStore.ts';
import { useFacts } from '../../stores/useFacts.ts';
import { StatusMoves } from './StatusMoves.tsx';

interface ChosenEvidenceProps {
  readonly ids: ReadonlySet<string>;
  readonly clear: () => void;
}

/** What can be done with many items at once; each of it is one step in the history and one to take back. */
export function ChosenEvidence({ ids, clear }: ChosenEvidenceProps) {
  const { evidence, criteria } = useFacts();
  const [link, setLink] = useState<string[]>([]);
  const items = evidence.filter((item) => item.id !== undefined && ids.has(item.id));
  const isOnBehalf = useIsOnBehalf();
  const setAll = (fieldsOf: (item: (typeof items)[number]) => Record<string, unknown>) =>
    saveMany(
      items.map((item) => ({ kind: 'evidence' as const, id: item.id ?? null, fields: fieldsOf(item) })),
      isOnBehalf,
    );
  const linkAll = async () => {
    const linked = await setAll((item) => ({ criteria: [...new Set([...(item.criteria ?? []), ...link])] }));
    if (linked) setLink([]);
  };
  return (
    <ChosenBar what="evidence" count={items.length} clear={clear}>
      <MultiSelect
        aria-label="Link to criteria"
        placeholder={link.length === 0 ? 'Link to criteria' : ''}
        searchable
        data={criteria.map((criterion) => criterion.reference)}
        value={link}
        onChange={setLink}
      />
      <ActionButton
        variant="default"
        size="compact-xs"
        why={link.length === 0 ? 'Choose first the criteria that it is linked to.' : null}
        onClick={() => void linkAll()}
      >
        Link
      </ActionButton>
      <ChosenSelect
        label="Provider"
        data={['DCC', 'SECAS']}
        set={(provider) => void setAll(() => ({ provider }))}
        width={110}
      />
      <StatusMoves items={items} />
      <ChosenFields kind="evidence" ids={ids} clear={clear} />
    </ChosenBar>
  );
}
