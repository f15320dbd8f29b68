import { Button } from '@mantine/core';
import type { Evidence } from '../../../shared/domain/records/evidence.ts';
import { Panel } from '../../components/Panel.tsx';
import { PanelActions } from '../../components/PanelActions.tsx';
import { useListBehalf } from '../../fields/behalf.ts';
import { Field } from '../../fields/Field.tsx';
import { spec } from '../../fields/fieldSpec.ts';
import { RecordFields } from '../../fields/RecordFields.tsx';
import { useRole } from '../../stores/appStore.ts';
import { submitFiles } from '../../stores/evidenceWrites.ts';
import { tellError } from '../../stores/notify.tsx';
import { saveMany } from '../../stores/releaseStore.ts';
import { useFacts } from '../../stores/useFacts.ts';
import texts from '../../styles/texts.module.css';
import styles from './NewFiles.module.css';

const specs = [
  spec('title', 'Title', 'text', 5),
  spec('criteria', 'Evidence for', 'tags', 4),
  spec('addedOn', 'Added on', 'date', 3),
];

/** What came before today is recorded so in one go. */
const allAdded = spec('addedOn', 'All were added on', 'date', 3);

interface NewFilesProps {
  readonly ids: readonly string[];
  readonly done: () => void;
}

/** Files that were just added together: their titles and criteria in one list, and one button that submits them all. */
export function NewFiles({ ids, done }: NewFilesProps) {
  const { evidence, criteria } = useFacts();
  const wanted = new Set(ids);
  const items = evidence.filter(
    (item): item is Evidence & { id: string } => item.id !== undefined && wanted.has(item.id),
  );
  const suggestions = { criteria: criteria.map((criterion) => criterion.reference) };
  const behalf = useListBehalf('evidence', items);
  const role = useRole();
  const submit = async (accepts: boolean) => {
    const refused = await submitFiles(ids, accepts, behalf.isOn);
    if (refused) tellError(refused);
    else done();
  };
  const addAll = async (addedOn: unknown) => {
    await saveMany(
      items.map(({ id }) => ({ kind: 'evidence' as const, id, fields: { addedOn } })),
      behalf.isOn,
    );
    return null;
  };
  if (items.length === 0) return null;
  const unlinked = items.filter((item) => (item.criteria ?? []).length === 0).length;
  return (
    <Panel
      title={items.length === 1 ? '1 new file' : `${items.length} new files`}
      note={unlinked > 0 ? `${unlinked} not linked to a criterion yet` : 'all are linked'}
      behalf={behalf}
      action={
        <PanelActions>
          <Button size="compact-xs" onClick={() => void submit(false)}>
            {items.length === 1 ? 'Submit' : `Submit all ${items.length}`}
          </Button>
          {role === 'releaseManager' ? (
            <Button variant="default" size="compact-xs" onClick={() => void submit(true)}>
              {items.length === 1 ? 'Submit and accept' : `Submit and accept all ${items.length}`}
            </Button>
          ) : null}
          <Button variant="default" size="compact-xs" onClick={done}>
            Leave as drafts
          </Button>
        </PanelActions>
      }
    >
      {items.length > 1 ? (
        <div className={styles.all}>
          <Field spec={allAdded} value={sharedDay(items)} save={addAll} />
        </div>
      ) : null}
      <div className={styles.list}>
        {items.map((item) => (
          <section key={item.id} className={styles.file} aria-label={item.file ?? item.reference}>
            <div>
              <b>{item.reference}</b>
              <div className={texts.note}>{item.file}</div>
            </div>
            <RecordFields kind="evidence" id={item.id} record={item} specs={specs} suggestions={suggestions} />
          </section>
        ))}
      </div>
    </Panel>
  );
}

function sharedDay(items: readonly Evidence[]): string | null {
  const [day = null, ...others] = new Set(items.map(({ addedOn }) => addedOn));
  return others.length === 0 ? day : null;
}
