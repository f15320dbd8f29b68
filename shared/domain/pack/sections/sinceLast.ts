import { formatDate } from '../../calendar/calendarDate.ts';
import { type Block, paragraph, type Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import type { PackIdentity } from '../packIdentity.ts';
import { places } from '../places.ts';
import { cell, headingOf, nothing, recordTable } from '../tables.ts';
import { askedAndAnswered } from './askedAndAnswered.ts';
import { commentsAnsweredBlocks } from './commentsAnswered.ts';

/** What a reader of the last pack looks for first: what was asked then, the answers, and what changed since. */
export function sinceLastSection(context: PackContext): Section | null {
  const { previous } = context.snapshot.identity;
  const asked = [...askedAndAnswered(context), ...commentsAnsweredBlocks(context)];
  if (!previous && asked.length === 0) return null;
  return {
    id: places.since,
    title: 'Since the last pack',
    orientation: 'portrait',
    ownPage: false,
    blocks: [...asked, ...(previous ? changeBlocks(previous) : [])],
  };
}

/** What people entered since the last final pack, each change once, what weighs most first. */
function changeBlocks(previous: NonNullable<PackIdentity['previous']>): readonly Block[] {
  const { reference, asOf, sha256, changes, groups } = previous;
  const blocks: Block[] = [
    headingOf('What changed since the last final pack', 'since:changes'),
    paragraph([{ text: `${reference}, as of ${formatDate(asOf)}, SHA-256 ${sha256}`, soft: true }]),
  ];
  if (changes.length === 0) return [...blocks, nothing('Nothing that people entered has changed.')];
  let from = 0;
  for (const { title, count } of groups ?? [{ title: 'Changes', count: changes.length }]) {
    const column = [`${title} · ${count}`, 100, (sentence: string) => cell(sentence)] as const;
    blocks.push(recordTable(`${title}: what changed`, changes.slice(from, from + count), [column]));
    from += count;
  }
  return blocks;
}
