import { Button, Modal, Tabs } from '@mantine/core';
import type { InspectedPack } from '../../../shared/contract/deskMethods.ts';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { outcomeStatus, selfStatusStatus } from '../../../shared/domain/readiness/vocabulary.ts';
import { evidenceKey } from '../../../shared/domain/records/evidence.ts';
import { FindingList } from '../../components/FindingList.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { closeModal } from '../../stores/modalStore.ts';
import { comparePack, usePackStore } from '../../stores/packStore.ts';

/** Any pack, looked at: whether it is as it was made, its facts as they were, and what differs here. Nothing is changed. */
export function PackReadModal() {
  const { opened, compared } = usePackStore();
  if (!opened) return null;
  const { name, verification, content } = opened;
  return (
    <Modal opened onClose={closeModal} title={`${name}: to look at only`} size="min(1000px, 94vw)">
      <div className="stack">
        <div className="toolbar">
          <StatusPill
            status={verification.ok ? outcomeStatus.met : outcomeStatus.notMet}
            text={verification.ok ? 'As it was made' : 'It differs from how it was made'}
          />
          {content ? (
            <span>
              {content.reference}, {content.final ? 'final' : 'draft'}, as of {formatDate(content.asOf)}
            </span>
          ) : null}
          <span className="note">
            {verification.pages === 'checked'
              ? 'its pages were rendered anew and compared'
              : 'its pages were not checked: another version of the app made it'}
          </span>
        </div>
        {verification.problems.map((problem) => (
          <p key={`${problem.part} ${problem.sentence}`} className="about">
            {problem.sentence} <span className="note">{problem.part}</span>
          </p>
        ))}
        {content ? (
          <Tabs defaultValue="findings" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="findings">Findings</Tabs.Tab>
              <Tabs.Tab value="criteria">Criteria {content.facts.criteria.length}</Tabs.Tab>
              <Tabs.Tab value="evidence">Evidence {content.facts.evidence.length}</Tabs.Tab>
              <Tabs.Tab value="differences">What differs here</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="findings" pt="sm">
              <FindingList
                findings={content.readiness.findings.filter(
                  ({ outcome }) => outcome === 'notMet' || outcome === 'cannotTell',
                )}
                whenNone="Every rule was met or did not apply."
              />
            </Tabs.Panel>
            <Tabs.Panel value="criteria" pt="sm">
              <Criteria content={content} />
            </Tabs.Panel>
            <Tabs.Panel value="evidence" pt="sm">
              <EvidenceList content={content} />
            </Tabs.Panel>
            <Tabs.Panel value="differences" pt="sm">
              <Differences opened={opened} />
            </Tabs.Panel>
          </Tabs>
        ) : (
          <p>Its facts cannot be read, so there is nothing to compare.</p>
        )}
        <div className="toolbar">
          <Button variant="default" size="compact-xs" onClick={() => void comparePack()}>
            Compare with another pack…
          </Button>
        </div>
        {compared ? <Changes title={`What changed to ${compared.name}`} changes={compared.changes} /> : null}
      </div>
    </Modal>
  );
}

type Content = NonNullable<InspectedPack['content']>;

function Criteria({ content }: { readonly content: Content }) {
  return (
    <ul className="quiet-list">
      {content.facts.criteria.map((criterion) => (
        <li key={criterion.reference}>
          <b>{criterion.reference}</b>{' '}
          {criterion.selfStatus ? <StatusPill status={selfStatusStatus[criterion.selfStatus]} /> : null}{' '}
          {criterion.text}
        </li>
      ))}
    </ul>
  );
}

function EvidenceList({ content }: { readonly content: Content }) {
  return (
    <ul className="quiet-list">
      {content.facts.evidence.map((item) => (
        <li key={evidenceKey(item)}>
          <b>{evidenceKey(item)}</b> {item.title} <span className="note">{item.file ?? 'no file'}</span>
          {item.sha256 ? <div className="hash">SHA-256 {item.sha256}</div> : null}
        </li>
      ))}
    </ul>
  );
}

function Differences({ opened }: { readonly opened: InspectedPack }) {
  if (!opened.since) return <p className="note">This store does not have the release that the pack is of.</p>;
  const { changes, findings } = opened.since;
  return (
    <div className="stack">
      <Changes title="Facts" changes={changes} />
      <Changes title="Findings" changes={findings} />
    </div>
  );
}

function Changes({
  title,
  changes,
}: {
  readonly title: string;
  readonly changes: readonly { readonly kind: string; readonly subject: string | null; readonly sentence: string }[];
}) {
  return (
    <section aria-label={title}>
      <h3 className="day">{title}</h3>
      {changes.length === 0 ? <p className="note">Nothing differs.</p> : null}
      <ul className="quiet-list">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.subject} ${change.sentence}`}>{change.sentence}</li>
        ))}
      </ul>
    </section>
  );
}
