import { Button } from '@mantine/core';
import { recordTarget } from '../../../shared/domain/readiness/target.ts';
import type { Criterion } from '../../../shared/domain/records/criterion.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import { standingsOf } from '../../../shared/domain/records/evidenceStanding.ts';
import { modificationKey } from '../../../shared/domain/records/recordKinds.ts';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { goTo } from '../../stores/appStore.ts';
import { attachFiles } from '../../stores/fileActions.ts';
import { DropPlace } from '../evidence/DropPlace.tsx';
import { standingStatus } from '../evidence/evidenceColumns.tsx';
import { useFacts } from '../useFacts.ts';

/** Everything on one criterion: its evidence, a place to drop more, and its fields. */
export function CriterionSide({ criterion, close }: { readonly criterion: Criterion; readonly close: () => void }) {
  const facts = useFacts();
  const items = facts.evidence.filter((item) => item.criteria?.includes(criterion.reference));
  const standing = standingsOf(facts.evidence);
  const link = { criteria: [criterion.reference] };
  return (
    <SidePanel
      kind="criterion"
      record={criterion}
      close={close}
      suggestions={{
        bodies: ['TAG', 'OPSG', 'TABASC', 'SSC', 'SMKI PMA'],
        'needs.kinds': ['report', 'list', 'record', 'statement'],
        modifications: facts.modifications.map(modificationKey),
      }}
    >
      <ul className="quiet-list" aria-label={`Evidence for ${criterion.reference}`}>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" className="row-link" onClick={() => goTo('evidence', recordTarget('evidence', item))}>
              {evidenceKey(item)}
            </button>{' '}
            {item.title} <StatusPill status={standingStatus[standing(item)]} />
          </li>
        ))}
      </ul>
      <DropPlace onFiles={(files) => void attachFiles(files, link)}>
        <Button variant="default" size="compact-xs" onClick={() => void attachFiles(null, link)}>
          Attach evidence…
        </Button>
      </DropPlace>
    </SidePanel>
  );
}
