import { useMemo } from 'react';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { screenNames, screenOf } from '../places/screenOf.ts';
import type { Screen } from '../stores/appStore.ts';
import styles from './FindingList.module.css';
import { FindingList } from './FindingList.tsx';

/** So many lines that cannot be told are a wall, which says nothing but that the release was just begun. */
const mostUnfolded = 4;

interface FoldedFindingsProps {
  readonly findings: readonly Finding[];
  readonly whenNone: string;
}

/** The findings, and below them what cannot be told yet: one line for each area, with its count, that opens. */
export function FoldedFindings({ findings, whenNone }: FoldedFindingsProps) {
  const { told, folded } = useMemo(() => fold(findings), [findings]);
  return (
    <>
      {told.length > 0 || folded.length === 0 ? <FindingList findings={told} whenNone={whenNone} /> : null}
      {folded.map(({ screen, findings: own }) => (
        <details key={screen} className={styles.fold}>
          <summary>
            <b>{screenNames[screen]}</b> {own.length} cannot tell yet
          </summary>
          <FindingList findings={own} whenNone="" />
        </details>
      ))}
    </>
  );
}

interface Fold {
  readonly screen: Screen;
  readonly findings: readonly Finding[];
}

function fold(findings: readonly Finding[]): { readonly told: readonly Finding[]; readonly folded: readonly Fold[] } {
  const untold = findings.filter(({ outcome }) => outcome === 'cannotTell');
  if (groupFindings(untold).length <= mostUnfolded) return { told: findings, folded: [] };
  const byScreen = new Map<Screen, Finding[]>();
  for (const finding of untold) {
    const screen = screenOf(finding)?.screen ?? 'overview';
    byScreen.set(screen, [...(byScreen.get(screen) ?? []), finding]);
  }
  return {
    told: findings.filter(({ outcome }) => outcome !== 'cannotTell'),
    folded: [...byScreen].map(([screen, own]) => ({ screen, findings: own })),
  };
}
