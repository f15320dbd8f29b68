import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { Target } from '../../../shared/domain/findings/target.ts';
import type { TestIssue } from '../../../shared/domain/records/testing.ts';
import { FilterInput } from '../../components/FilterInput.tsx';
import type { Column } from '../../components/grid/column.ts';
import { Grid } from '../../components/grid/Grid.tsx';
import { counted } from '../../components/numbers.ts';
import { Empty, Panel } from '../../components/Panel.tsx';
import { PanelActions } from '../../components/PanelActions.tsx';
import { ShowMore } from '../../components/ShowMore.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StatusPill } from '../../components/StatusPill.tsx';
import { useListBehalf } from '../../fields/behalf.ts';
import { useAppStore } from '../../stores/appStore.ts';
import { beginImport } from '../../stores/importStore.ts';
import { createRecord } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { useOpened } from '../useOpened.ts';

const none: readonly TestIssue[] = [];
const openStatus = { word: 'Open', sign: '○', tone: 'short' } as const;
const closedStatus = { word: 'Closed', sign: '✓', tone: 'met' } as const;

const columns: readonly Column<TestIssue>[] = [
  { id: 'reference', title: 'Reference', track: '110px', text: (issue) => issue.reference ?? '?' },
  { id: 'title', title: 'Title', track: 'minmax(180px, 3fr)', wraps: true, text: (issue) => issue.title ?? '' },
  { id: 'phase', title: 'Phase', track: 'minmax(70px, 1fr)', spare: 1, text: (issue) => issue.phase ?? '' },
  { id: 'severity', title: 'Severity', track: '70px', text: (issue) => String(issue.severity ?? '') },
  {
    id: 'open',
    title: 'State',
    track: '90px',
    text: (issue) => (issue.open === false ? 'Closed' : 'Open'),
    view: (issue) => <StatusPill status={issue.open === false ? closedStatus : openStatus} />,
  },
  {
    id: 'fixBy',
    title: 'Fix by',
    track: '130px',
    spare: 2,
    text: (issue) => (issue.fixBy ? formatDate(issue.fixBy) : ''),
  },
];

interface IssuesPanelProps {
  readonly total: number;
  readonly open: number;
}

/** The test issues, a page at a time: there may be a hundred thousand of them. */
export function IssuesPanel({ total, open }: IssuesPanelProps) {
  const facts = useFacts();
  const [state, setState] = useState<'open' | 'all'>('open');
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 200);
  const [limit, setLimit] = useState(200);
  const [opened, setOpened] = useOpened('testIssue');
  const target = useAppStore((state) => (state.target?.kind === 'testIssue' ? state.target : null));
  const [sought, setSought] = useState<Target | null>(null);
  // What a search led to is looked for by its name, among the closed ones too.
  if (target !== null && target !== sought) {
    setSought(target);
    setState('all');
    setText(target.key ?? '');
  }
  const page = useEngineAnswer(
    'issues.page',
    {
      releaseId: facts.release.id ?? '',
      offset: 0,
      limit: Math.min(limit, 1000),
      phase: null,
      severity: null,
      open: state === 'open' ? true : null,
      text: wanted,
    },
    { keepsLast: true },
  );
  const issues = (page?.issues ?? []) as unknown as readonly TestIssue[];
  const behalf = useListBehalf('testIssue', none);
  const chosen = issues.find((issue) => issue.id === opened);
  return (
    <div className={chosen ? layout.columns : ''}>
      <Panel
        title="Test issues"
        list="testIssue"
        behalf={behalf}
        note={`${counted(open)} open of ${counted(total)}`}
        action={
          <PanelActions mayAdd={behalf.mayAdd}>
            <Button
              variant="default"
              size="compact-xs"
              onClick={() => beginImport('issues', { onBehalf: behalf.isOn })}
            >
              Import issues…
            </Button>
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => void createRecord('testIssue', { open: true }, behalf.isOn).then(setOpened)}
            >
              Add test issue
            </Button>
          </PanelActions>
        }
      >
        {total === 0 ? (
          <Empty title="No test issue yet">
            Import them from Jira, Azure DevOps or ALM as CSV or XLSX; a second import updates what is here.
          </Empty>
        ) : (
          <div className={layout.stack}>
            <div className={layout.toolbar}>
              <SegmentedControl
                size="xs"
                aria-label="Which issues"
                value={state}
                onChange={(next) => setState(next as 'open' | 'all')}
                data={[
                  { value: 'open', label: `Open ${counted(open)}` },
                  { value: 'all', label: `All ${counted(total)}` },
                ]}
              />
              <FilterInput label="Find issues" placeholder="Reference or title" value={text} change={setText} />
            </div>
            <Grid
              label="Test issues"
              rows={issues}
              columns={columns}
              keyOf={(issue) => issue.id ?? ''}
              nameOf={(issue) => issue.reference ?? issue.title ?? 'Issue'}
              opened={opened}
              open={setOpened}
              onPaste={(pasted) => beginImport('issues', { text: pasted, onBehalf: behalf.isOn })}
              whenEmpty={<p className={texts.note}>No issue fits.</p>}
            />
            <ShowMore total={Math.min(page?.total ?? 0, 1000)} limit={limit} setLimit={setLimit} />
            {(page?.total ?? 0) > 1000 && limit >= 1000 ? (
              <p className={texts.note}>The first 1,000 of {page?.total}; narrow the search to see others.</p>
            ) : null}
          </div>
        )}
      </Panel>
      {chosen ? <SidePanel kind="testIssue" record={chosen} close={() => setOpened(null)} /> : null}
    </div>
  );
}
