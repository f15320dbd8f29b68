import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { isApproved } from '../../rulebook/context/scopeIndex.ts';
import type { Block, Cell, Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, headingOf, nothing, recordTable, tableOf } from '../tables.ts';
import { happenedOn, textOr } from '../words.ts';

type Sent = ReleaseFacts['sent'][number];

const textWords: Readonly<Record<NonNullable<Sent['text']>, string>> = {
  'release-page': 'Text of the Releases page',
  'user-testing': 'Notice of User testing',
  approval: 'Notice of an approval',
  newsletter: 'Newsletter',
  decision: 'Notice of the decision',
};

/** What §6 asks to be published, when it was and where it stands, and what was sent out about the release. */
export function publicationSection(context: PackContext): Section {
  const { asOf } = context;
  const { publication, sent, modifications } = context.facts;
  // An approval without its date is an approval: it is listed, and the table says that the date is not recorded.
  const approved = modifications.filter(
    (one) => isApproved(one, context.rules.asOf) === true || one.approvedOn !== null || one.approvalNotifiedOn !== null,
  );
  const blocks: readonly Block[] = [
    tableOf(
      'What is kept published',
      [
        ['What', 34],
        ['Published', 20],
        ['Where', 46],
      ],
      [
        row('Releases page', publication.releasesPageOn, publication.releasesPageAddress, asOf),
        row('RID and TAD linked from it', publication.documentsLinkedOn, publication.documentsLinkedAddress, asOf),
        row(
          'Technical Specifications',
          publication.technicalSpecificationsOn,
          publication.technicalSpecificationsAddress,
          asOf,
        ),
        row('Testing information', publication.testingInformationOn, publication.testingInformationAddress, asOf),
      ],
    ),
    headingOf('Approvals notified', 'publication:approvals'),
    approved.length === 0
      ? nothing('No approval is recorded yet, so there was none to notify.')
      : recordTable(
          'Approvals and their notification',
          approved,
          [
            ['Modification', 34, (one) => cell(modificationKey(one))],
            ['Approved', 33, (one) => cell(happenedOn(one.approvedOn, asOf))],
            ['Notified', 33, (one) => cell(happenedOn(one.approvalNotifiedOn, asOf))],
          ],
          'small',
        ),
    headingOf('Texts sent', 'publication:sent'),
    sent.length === 0
      ? nothing('No text is recorded to have been sent.')
      : recordTable('Texts sent about this release', sent, [
          ['Text', 30, (one) => cell(one.text === null ? textOr(null) : textWords[one.text])],
          ['Channel', 18, (one) => cell(textOr(one.channel))],
          ['Sent', 18, (one) => cell(happenedOn(one.on, asOf))],
          ['Where', 34, (one) => cell(textOr(one.address))],
        ]),
    ...findingBlocks(
      'What the rules say of publication',
      'publication:findings',
      context.findingsOf('publication.kept'),
    ),
  ];
  return { id: places.publication, title: 'Publication', orientation: 'portrait', ownPage: false, blocks };
}

function row(what: string, on: CalendarDate | null, address: string | null, asOf: CalendarDate): readonly Cell[] {
  return [cell(what), cell(happenedOn(on, asOf)), cell(textOr(address))];
}
