import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InspectedPack } from '../../../shared/contract/pack.ts';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { TableName } from '../../../shared/domain/tables/tableOf.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { Viewer } from '../../components/Viewer.tsx';
import { usePackStore } from '../../stores/packStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { PackAttachments } from './PackAttachments.tsx';
import { PackCriteria } from './PackCriteria.tsx';
import { PackDifferences } from './PackDifferences.tsx';
import { PackOverview } from './PackOverview.tsx';
import styles from './PackReadModal.module.css';
import { PackTables } from './PackTables.tsx';
import { verdictPill } from './verdictPill.ts';

type Content = NonNullable<InspectedPack['content']>;

/** A plain name, the title, and the tables under it. */
const tableTabs: readonly (readonly [string, string, readonly TableName[]])[] = [
  ['scope', 'Scope & RID', ['modifications', 'scopeDecisions', 'ridVersions', 'ridComments']],
  ['dates', 'Dates & TAD', ['goLiveParts', 'goLiveChanges', 'notLive', 'tadVersions', 'exceptions']],
  ['evidence', 'Evidence', ['evidence']],
  ['testing', 'Testing', ['phases', 'thresholds', 'issues', 'notices']],
  ['committees', 'Committees', ['views', 'meetings', 'requiredBodies', 'submissions', 'decisions']],
  ['conditions', 'Conditions & risks', ['conditions', 'risks']],
];

/** Any pack, looked at: its verdict, its pages, its facts as a release that nobody can change, its files, what differs. */
export function PackReadModal() {
  const opened = usePackStore((state) => state.opened);
  if (!opened) return null;
  const { content, pages } = opened;
  return (
    <Dialog title={`${opened.name}: to look at only`} size="min(1400px, 96vw)" yOffset="3vh">
      <div className={layout.stack}>
        <Verdict opened={opened} />
        <Tabs defaultValue={content ? 'overview' : 'files'} keepMounted={false}>
          <Tabs.List>
            {content ? <Tabs.Tab value="overview">Overview</Tabs.Tab> : null}
            {pages ? <Tabs.Tab value="pages">Pages</Tabs.Tab> : null}
            {content ? <Tabs.Tab value="criteria">Criteria</Tabs.Tab> : null}
            {content
              ? tableTabs.map(([name, title]) => (
                  <Tabs.Tab key={name} value={name}>
                    {title}
                  </Tabs.Tab>
                ))
              : null}
            <Tabs.Tab value="files">Files in it</Tabs.Tab>
            {content ? <Tabs.Tab value="differences">What differs</Tabs.Tab> : null}
          </Tabs.List>
          {pages ? (
            <Tabs.Panel value="pages" pt="sm" className={styles.pages}>
              <Viewer kind="pdf" sha256={pages} name={opened.name} />
            </Tabs.Panel>
          ) : null}
          {content ? factPanels(content) : null}
          <Panel name="files">
            <PackAttachments attachments={opened.attachments} />
          </Panel>
          {content ? (
            <Panel name="differences">
              <PackDifferences />
            </Panel>
          ) : null}
        </Tabs>
      </div>
    </Dialog>
  );
}

function factPanels(content: Content) {
  return (
    <>
      <Panel name="overview">
        <PackOverview content={content} />
      </Panel>
      <Panel name="criteria">
        <PackCriteria facts={content.facts} />
      </Panel>
      {tableTabs.map(([name, , names]) => (
        <Panel key={name} name={name}>
          <PackTables names={names} facts={content.facts} readiness={content.readiness} />
          {name === 'testing' && content.issues > content.facts.testIssues.length ? (
            <p className={texts.note}>
              {content.facts.testIssues.length} of {content.issues} test issues are shown; all of them are in
              snapshot.json among the files in it.
            </p>
          ) : null}
        </Panel>
      ))}
    </>
  );
}

function Panel({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Tabs.Panel value={name} pt="sm" className={styles.panel} tabIndex={0}>
      {children}
    </Tabs.Panel>
  );
}

function Verdict({ opened: { verification, content } }: { readonly opened: InspectedPack }) {
  return (
    <>
      <div className={layout.toolbar}>
        <StatusPill {...verdictPill(verification)} />
        {content ? (
          <span>
            {content.reference}, {content.final ? 'final, ' : ''}as of {formatDate(content.asOf)}
          </span>
        ) : null}
        <span className={texts.note}>
          {verification.pages === 'checked'
            ? 'its pages were rendered anew and compared'
            : 'its pages were not checked'}
        </span>
        {content ? null : <span>Its facts cannot be read.</span>}
      </div>
      {verification.ok ? null : (
        <div className={texts.about} role="alert">
          <ul className={lists.quiet}>
            {verification.problems.map((problem) => (
              <li key={`${problem.part} ${problem.sentence}`}>
                {problem.sentence} <span className={texts.note}>{problem.part}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
