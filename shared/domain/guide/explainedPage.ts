import type { GuidePage } from './guidePage.ts';
import { explainTerms, type GuideRun } from './terms.ts';

/** One page with its words explained: a page is for one person, who need not have read the others. */
export interface ExplainedPage extends Pick<GuidePage, 'id' | 'title' | 'picture'> {
  readonly whom: readonly GuideRun[];
  readonly parts: readonly { readonly title: string; readonly steps: readonly (readonly GuideRun[])[] }[];
}

export function explainPage({ id, title, picture, whom, parts }: GuidePage): ExplainedPage {
  const [first = [], ...steps] = explainTerms([whom, ...parts.flatMap((part) => part.steps)]);
  let at = 0;
  const explained = parts.map((part) => {
    at += part.steps.length;
    return { title: part.title, steps: steps.slice(at - part.steps.length, at) };
  });
  return { id, title, picture, whom: first, parts: explained };
}

/** The page's text as it is searched: every word of it, on one line. */
export function textOfPage({ title, whom, parts }: GuidePage): string {
  const all = [title, whom, ...parts.flatMap((part) => [part.title, ...part.steps])];
  return all.join(' ').replace(/[[\]]/g, '').toLowerCase();
}
