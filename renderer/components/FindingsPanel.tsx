import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Finding, Outcome } from '../../shared/domain/findings/finding.ts';
import { exceptionsFirst, outcomeStatus } from '../../shared/domain/findings/vocabulary.ts';
import type { RuleArea } from '../../shared/domain/rulebook/ruleArea.ts';
import { isOf } from '../../shared/domain/rulebook/rules.ts';
import { useFindings } from '../stores/useFacts.ts';
import { FindingList } from './FindingList.tsx';
import { Panel } from './Panel.tsx';

interface FindingsPanelProps {
  readonly title: string;
  /** What the rules speak of whose findings belong here. */
  readonly areas: readonly RuleArea[];
  /** Single rules of other areas that belong here, too. */
  readonly rules?: readonly string[];
  readonly whenNone?: string;
}

/** What the rulebook says of the things on this screen, exceptions first. */
export function FindingsPanel({ title, areas, rules = [], whenNone = 'Nothing to report.' }: FindingsPanelProps) {
  const findings = useFindings().filter((finding) => isOf(finding, ...areas) || rules.includes(finding.rule));
  const { shown, toggle } = useSettled(findings);
  return (
    <Panel title={title} action={toggle}>
      <FindingList findings={shown} whenNone={whenNone} />
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
