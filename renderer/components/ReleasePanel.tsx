import type { ReactNode } from 'react';
import type { Section } from '../../shared/domain/catalogue/sections.ts';
import { useBehalf } from '../fields/behalf.ts';
import { RecordFields } from '../fields/RecordFields.tsx';
import { releaseSpecs } from '../fields/releaseSpecs.ts';
import { useReleaseRecord } from '../stores/useFacts.ts';
import { Panel } from './Panel.tsx';

interface ReleasePanelProps {
  readonly title: string;
  readonly section: Section;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
}

/** One panel of the release's own fields. */
export function ReleasePanel({ title, section, note, action }: ReleasePanelProps) {
  const { id, record } = useReleaseRecord();
  const specs = releaseSpecs[section];
  const behalf = useBehalf('release', specs, [{ ...record, id }]);
  return (
    <Panel title={title} note={note} action={action} behalf={behalf}>
      <RecordFields kind="release" id={id} record={record} specs={specs} />
    </Panel>
  );
}
