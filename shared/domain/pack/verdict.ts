/** What a verification amounts to. *cannotTell*: nothing is known to be wrong, and the pages were not checked. */
export type Verdict = 'asMade' | 'changed' | 'cannotTell';

interface Verified {
  readonly ok: boolean;
  readonly pages: 'checked' | 'notChecked';
  readonly problems: readonly { readonly part: string }[];
}

export function verdictOf({ ok, pages, problems }: Verified): Verdict {
  if (ok) return 'asMade';
  return pages === 'notChecked' && problems.every((problem) => problem.part === 'pages') ? 'cannotTell' : 'changed';
}
