import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Finding, Outcome } from '../../shared/domain/findings/finding.ts';
import { exceptionsFirst, outcomeStatus } from '../../shared/domain/findings/vocabulary.ts';
import { findingsOn, waitingFindings } from '../places/findingsOn.ts';
import type { Screen } from '../stores/appStore.ts';
import { useFindings, useIsStillAsked } from '../stores/useFacts.ts';
import { FindingList } from './FindingList.tsx';
import { Panel } from './Panel.tsx';

interface FindingsPanelProps {
  readonly title: string;
  readonly screen: Screen;
}

/** What the rulebook says of the things on this screen, exceptions first, and how many wait, as the sidebar has it. */
export function FindingsPanel({ title, screen }: FindingsPanelProps) {
  const findings = findingsOn(screen, useFindings());
  const waiting = waitingFindings(findings, useIsStillAsked());
  const { shown, toggle } = useSettled(findings);
  return (
    <Panel title={title} note={waiting > 0 ? `${waiting} not met or cannot tell` : null} action={toggle}>
      <FindingList findings={shown} whenNone="Nothing to report." />
    </Panel>
  );
}

/** Findings that ask for nothing stay folded until somebody asks for them. */
export function useSettled(findings: readonly Finding[], settledOutcomes: readonly Outcome[] = ['notApplicable']) {
  const [all, setAll] = useState(false);
  const isSettled = (finding: Finding) => settledOutcomes.includes(finding.outcome);
  const settled = findings.filter(isSettled).length;
  const shown = exceptionsFirst(all ? findings : findings.filter((finding) => !isSettled(finding)));
  const what = settledOutcomes.map((outcome) => outcomeStatus[outcome].word.toLowerCase()).join(' or ');
  const toggle =
    settled > 0 ? (
      <Button variant="subtle" size="compact-xs" onClick={() => setAll(!all)}>
        {all ? 'Hide' : 'Show'} {settled} {what}
      </Button>
    ) : null;
  return { shown, toggle };
}
