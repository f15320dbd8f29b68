import type { Change } from './change.ts';

/** So many of the changes that stand one after another, and what they are of. */
interface ChangeGroup {
  readonly title: string;
  readonly count: number;
}

export interface RankedChanges {
  /** Every change once, those that weigh most with a decision first. */
  readonly sentences: string[];
  /** How they stand together, in the same order. */
  readonly groups: ChangeGroup[];
}

/** By what changed; the first word of a change's kind says it. What stands in no line is told last. */
const weights: readonly (readonly [string, readonly string[]])[] = [
  ['Decisions and what they ask', ['decision', 'condition', 'submission', 'exception']],
  ['Rulebook and working days', ['rulebook', 'calendar']],
  ['Go-Live and scope', ['date', 'goLivePart', 'goLiveChange', 'notLive', 'scope', 'scopeDecision', 'modification']],
  ['Acceptance criteria', ['criterion', 'requiredBody']],
  ['Views of the bodies', ['view', 'meeting']],
  ['Evidence', ['evidence']],
  ['Risks', ['risk']],
  ['Testing', ['tadVersion', 'testPhase', 'issueThreshold', 'userTestingNotice']],
  ['Test issues', ['issue', 'testIssue']],
];
const others = 'Everything else';

/** The changes in the order in which they weigh: sixty in a row hide the one that matters. */
export function rankChanges(changes: readonly Change[]): RankedChanges {
  const titles = new Map(weights.flatMap(([title, words]) => words.map((word) => [word, title] as const)));
  const titleOf = ({ kind }: Change) => titles.get(kind.slice(0, kind.indexOf('.'))) ?? others;
  const byTitle = Map.groupBy(changes, titleOf);
  const ranked = [...weights.map(([title]) => title), others].flatMap((title) => {
    const group = byTitle.get(title);
    return group ? [{ title, group }] : [];
  });
  return {
    sentences: ranked.flatMap(({ group }) => group.map(({ sentence }) => sentence)),
    groups: ranked.map(({ title, group }) => ({ title, count: group.length })),
  };
}
