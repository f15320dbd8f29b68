import { formatDate, formatDateWithWeekday } from '../../calendar/calendarDate.ts';
import { countOf } from '../../foundation/words.ts';
import { submissionBefore } from '../../rulebook/decidingMeeting.ts';
import { type Block, type FactRow, paragraph, type Section, type Span } from '../blocks.ts';
import { hasPassedUnrecorded } from '../decision/wentLive.ts';
import { editionWords, readingMark } from '../editions/editionWords.ts';
import type { PackContext } from '../packContext.ts';
import type { PackIdentity } from '../packIdentity.ts';
import { places } from '../places.ts';
import { dateOr, joined, textOr } from '../words.ts';
import { releaseKindText } from './identity.ts';

/** Which edition it is, of what, and where its omissions are told. */
function editionRows({ edition, editionOf, leftOut }: PackIdentity): readonly FactRow[] {
  if (edition === 'full') return [];
  const of = editionOf ? ` of ${editionOf.reference}, SHA-256 ${editionOf.sha256}` : '';
  const words = editionWords[edition];
  const start: Span = { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}${of}` };
  const about: readonly Span[] =
    edition === 'public'
      ? [
          { text: `; ${countOf(leftOut?.length ?? 0, 'omission')}: ` },
          { text: 'what it leaves out', to: places.leftOut },
        ]
      : [{ text: '; ' }, { text: 'evidence as pages', to: places.reading }, { text: ` at its end. ${readingMark}.` }];
  return [{ label: 'Edition', value: [start, ...about] }];
}

/** The first page: what this file is, what it is not, and where its parts are. */
export function coverSection(context: PackContext, title: string): Section {
  const { facts, snapshot, classification } = context;
  const { identity } = snapshot;
  const { release } = facts;
  const goLive = context.rules.goLive;
  const presented = submissionBefore(context.rules) ?? context.rules.submission.afterGo?.submission ?? null;
  const rows: readonly FactRow[] = [
    { label: 'Reference', value: identity.reference },
    {
      label: 'Status',
      value: identity.final
        ? `Final, number ${identity.number ?? '–'}`
        : 'Draft: it may still change; only a final is numbered and kept',
    },
    ...editionRows(identity),
    ...(identity.previous
      ? [
          {
            label: identity.final && !identity.later ? 'Supersedes' : 'Final before it',
            value: [
              { text: `${identity.previous.reference}, as of ${formatDate(identity.previous.asOf)}: ` },
              { text: 'what changed since', to: places.since },
            ],
          },
        ]
      : []),
    ...(identity.later
      ? [
          {
            label: 'Later final',
            value: `${identity.later.reference}, as of ${formatDate(identity.later.asOf)}: this pack looks back to an earlier day and does not supersede it`,
          },
        ]
      : []),
    { label: 'As of', value: formatDate(context.asOf) },
    {
      label: 'For',
      value: identity.meeting
        ? `the CSC meeting of ${formatDate(identity.meeting)}${identity.meeting < context.asOf ? ', which has passed' : ''}`
        : 'the CSC; no meeting that is to decide is recorded',
    },
    { label: 'Classification', value: textOr(classification.mark, { text: 'not stated', soft: true }) },
    { label: 'Release', value: releaseKindText(release) },
    {
      label: 'Go-Live',
      value: goLive.date
        ? [
            { text: formatDateWithWeekday(goLive.date) },
            ...(goLive.actualDate === null && goLive.source === 'ruleDate'
              ? [{ text: ' (the rule date; none is approved yet)', soft: true }]
              : []),
            ...(hasPassedUnrecorded(context) ? [{ text: ' (that it went live is not recorded)', soft: true }] : []),
          ]
        : dateOr(null),
    },
    { label: 'Presented by', value: textOr(joined(presented?.presentedBy ?? [], ' and ')) },
  ];
  const blocks: Block[] = [];
  if (release.about !== null && release.about.trim() !== '') blocks.push(paragraph(release.about, 'notice'));
  blocks.push({ kind: 'facts', rows });
  if (identity.acceptedBlockers !== null) {
    blocks.push(
      paragraph(
        [{ text: 'Issued with open blockers, because: ', strong: true }, { text: identity.acceptedBlockers }],
        'notice',
      ),
    );
  }
  if (classification.unknown.length > 0) {
    blocks.push(
      paragraph(
        [{ text: `Marks that cannot be ranked against it: ${classification.unknown.join(', ')}.`, soft: true }],
        'note',
      ),
    );
  }
  blocks.push(
    paragraph(
      [
        {
          text: 'The rules come from the SEC Release Guidance (§ are its clauses), a summary of a SEC Release Management Policy that the makers of this pack have not seen. Each finding says whether it rests on the guidance’s text, on a reading of it, or on good practice elsewhere. The pack presents; the CSC decides.',
          soft: true,
        },
      ],
      'note',
    ),
  );
  return { id: 'cover', title, orientation: 'portrait', ownPage: false, blocks };
}
