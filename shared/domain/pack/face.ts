import { formatDate } from '../calendar/calendarDate.ts';
import type { PackFace } from './blocks.ts';
import type { PackContext } from './packContext.ts';

/** What differs from one kind of file to another; the rest of its face follows from the context. */
export type FaceWords = Pick<PackFace, 'status' | 'final' | 'meeting' | 'title' | 'subject'>;

/** What stands in the header, footer and properties of a file. */
export function faceOf(context: PackContext, words: FaceWords): PackFace {
  const { snapshot, facts, asOf, classification, seal } = context;
  const { reference } = snapshot.identity;
  return {
    release: facts.release.name,
    reference,
    asOf,
    classification: classification.mark,
    keywords: [
      'SEC',
      'Go-Live',
      'CSC',
      facts.release.name,
      reference,
      ...(seal.manifestSha256 ? [`manifest ${seal.manifestSha256}`] : []),
    ].join(', '),
    author: 'SECAS and the DCC',
    manifestSha256: seal.manifestSha256,
    ...words,
  };
}

/** `TAG meeting of 12 May 2026`. */
export function meetingWords(body: string, on: Parameters<typeof formatDate>[0]): string {
  return `${body} meeting of ${formatDate(on)}`;
}
