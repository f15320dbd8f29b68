import { notifiedOn } from '../../records/notifiedOn.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import { isApproved } from '../../rulebook/context/scopeIndex.ts';
import { shownSince } from '../../rulebook/rules/publicationKept.ts';
import { type Shown, shownByPage } from '../../texts/shownByPage.ts';
import type { Block, Cell, Inline, Section } from '../blocks.ts';
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
  const { facts } = context;
  const { publication, sent, modifications } = facts;
  const [shown, onPage] = [shownSince(context.rules), shownByPage(context.rules)];
  // The text of the page that was put on the website shows it too, where that has something to say of it.
  const since = (field: Shown) => happenedOn((onPage.includes(field) ? shown : publication)[field], asOf);
  // An approval without its date is an approval: it is listed, and the table says that the date is not recorded.
  const approved = modifications.filter(
    (one) => isApproved(one, asOf) === true || one.approvedOn !== null || one.approvalNotifiedOn !== null,
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
        row('Releases page', since('releasesPageOn'), publication.releasesPageAddress),
        row('RID and TAD linked from it', since('documentsLinkedOn'), publication.documentsLinkedAddress),
        row('Technical Specifications', since('technicalSpecificationsOn'), publication.technicalSpecificationsAddress),
        row('Testing information', since('testingInformationOn'), publication.testingInformationAddress),
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
            ['Notified', 33, (one) => cell(happenedOn(notifiedOn(one, facts), asOf))],
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
      asOf,
    ),
  ];
  return { id: places.publication, title: 'Publication', orientation: 'portrait', ownPage: false, blocks };
}

function row(what: string, on: Inline, address: string | null): readonly Cell[] {
  return [cell(what), cell(on), cell(textOr(address))];
}
