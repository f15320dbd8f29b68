import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { TemplateCriterion } from '../../../shared/domain/records/criteriaTemplate.ts';
import { call } from '../../api.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { closeModal } from '../../stores/modalStore.ts';
import { tellDone, tellError } from '../../stores/notify.tsx';
import { saveMany } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';

/** Criteria to begin with, by type of release; what a team settles on becomes its own template. */
export function TemplateModal() {
  const { criteria, release } = useFacts();
  const kind = release.kind ?? 'system';
  const templates = useEngineAnswer('templates.get', {});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const known = new Set(criteria.map((criterion) => criterion.text));
  const offered = (templates?.[kind] ?? []).filter((criterion) => !known.has(criterion.text));
  const wanted = offered.filter((criterion) => !left.has(criterion.text));
  /** What this release would make the template: its criteria that have words. */
  const worded = criteria.flatMap(({ text, owner, family, bodies }): TemplateCriterion[] =>
    text ? [{ text, owner, family, bodies: [...(bodies ?? [])] }] : [],
  );
  const take = async () => {
    const first = 1 + Math.max(0, ...criteria.map(({ reference }) => Number(/^AC-(\d+)$/.exec(reference)?.[1] ?? 0)));
    const made = await saveMany(
      wanted.map((criterion, at) => ({
        kind: 'criterion' as const,
        id: null,
        fields: { ...criterion, reference: `AC-${String(first + at).padStart(2, '0')}` },
      })),
    );
    if (made) closeModal();
  };
  const keep = async () => {
    if (!templates) return;
    const saved = await call('templates.save', { ...templates, [kind]: worded });
    if (!saved.ok) return tellError(saved.error);
    tellDone(
      `${worded.length === 1 ? 'This criterion is' : `These ${worded.length} criteria are`} the template for the next release of this type.`,
    );
    closeModal();
  };
  return (
    <Dialog title="Criteria from the template" size="min(760px, 92vw)">
      <div className={layout.stack}>
        <p className={texts.note}>
          Practice, not a rule of the SEC: the RID sets out the criteria of each release (§5.1). Take what fits, and
          word it as your RID does.
        </p>
        {offered.map((criterion) => (
          <Checkbox
            key={criterion.text}
            label={criterion.text}
            description={[criterion.owner, criterion.bodies.join(', ')].filter(Boolean).join(' · ')}
            checked={!left.has(criterion.text)}
            onChange={() => {
              const next = new Set(left);
              if (!next.delete(criterion.text)) next.add(criterion.text);
              setLeft(next);
            }}
          />
        ))}
        {templates && offered.length === 0 ? (
          <p className={texts.note}>Everything of the template is here already.</p>
        ) : null}
        <div className={layout.toolbar}>
          <ActionButton
            why={wanted.length === 0 ? 'Tick first what is to be taken.' : null}
            onClick={() => void take()}
          >
            {wanted.length === 0 ? 'Take the ticked' : `Take the ${wanted.length} ticked`}
          </ActionButton>
          {worded.length > 0 ? (
            <Button variant="default" onClick={() => void keep()}>
              {worded.length === 1
                ? 'Make this release’s criterion the template'
                : `Make this release’s ${worded.length} criteria the template`}
            </Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
