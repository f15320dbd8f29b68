import type { Finding } from '../findings/finding.ts';
import { groupFindings } from '../findings/groupFindings.ts';
import { joinWords } from '../foundation/words.ts';
import type { Span } from './blocks.ts';

/** Findings that say the same of several subjects, told once; every subject is named. */
export interface SameFindings {
  readonly first: Finding;
  readonly text: readonly Span[];
  /** The first finding with what would mend each of them, and every clause that asks for it. */
  readonly actions: Finding;
}

/** `Its impacts are not stated. MP077, MP090 and MP105`: groups as the window has them, in the order given. */
export function sameFindings(findings: readonly Finding[]): readonly SameFindings[] {
  return groupFindings(findings).map(({ sentence, subjects, clause, findings: group }) => {
    const [first] = group;
    if (subjects.length < 2) return { first, text: [{ text: sentence }], actions: { ...first, clause } };
    const mends = [...new Set(group.map(mendOf))].filter((mend) => mend !== null);
    const names = { text: ` ${joinWords(subjects)}`, strong: true };
    return {
      first,
      text: [{ text: sentence }, names],
      actions: { ...first, mend: mends.length === 0 ? null : mends.join(' ') },
    };
  });
}

/** The same words for every subject: `State the impacts of each.` */
function mendOf({ subject, mend }: Finding): string | null {
  if (subject === null || mend === null) return mend;
  const name = subject.slice(subject.indexOf('/') + 1);
  return mend.replaceAll(subject, 'each').replaceAll(name, 'each');
}
