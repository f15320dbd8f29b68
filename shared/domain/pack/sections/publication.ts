import { modificationKey } from '../../records/recordKinds.ts';
import type { ReleaseFacts } from '../../records/releaseFacts.ts';
import type { Block, Cell, Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, nothing } from '../tables.ts';
import { dateOr, textOr } from '../words.ts';

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
  const { publication, sent, modifications } = context.facts;
  const notified = modifications.filter((one) => one.approvedOn !== null || one.approvalNotifiedOn !== null);
  const blocks: readonly Block[] = [
    {
      kind: 'table',
      caption: 'What is kept published',
      columns: [
        { title: 'What', weight: 34 },
        { title: 'Published', weight: 20 },
        { title: 'Where', weight: 46 },
      ],
      rows: [
        row('Releases page', publication.releasesPageOn, publication.releasesPageAddress),
        row('RID and TAD linked from it', publication.documentsLinkedOn, publication.documentsLinkedAddress),
        row(
          'Technical Specifications',
          publication.technicalSpecificationsOn,
          publication.technicalSpecificationsAddress,
        ),
        row('Testing information', publication.testingInformationOn, publication.testingInformationAddress),
      ],
    },
    { kind: 'heading', level: 2, text: 'Approvals notified', id: 'publication:approvals', bookmark: false },
    notified.length === 0
      ? nothing('No approval is recorded yet, so there was none to notify.')
      : {
          kind: 'table',
          caption: 'Approvals and their notification',
          size: 'small',
          columns: [
            { title: 'Modification', weight: 34 },
            { title: 'Approved', weight: 33 },
            { title: 'Notified', weight: 33 },
          ],
          rows: notified.map((one) => [
            cell(modificationKey(one)),
            cell(dateOr(one.approvedOn)),
            cell(dateOr(one.approvalNotifiedOn)),
          ]),
        },
    { kind: 'heading', level: 2, text: 'Texts sent', id: 'publication:sent', bookmark: false },
    sent.length === 0
      ? nothing('No text is recorded to have been sent.')
      : {
          kind: 'table',
          caption: 'Texts sent about this release',
          columns: [
            { title: 'Text', weight: 30 },
            { title: 'Channel', weight: 18 },
            { title: 'Sent', weight: 18 },
            { title: 'Where', weight: 34 },
          ],
          rows: sent.map((one) => [
            cell(one.text === null ? textOr(null) : textWords[one.text]),
            cell(textOr(one.channel)),
            cell(dateOr(one.on)),
            cell(textOr(one.address)),
          ]),
        },
    ...findingBlocks(
      'What the rules say of publication',
      'publication:findings',
      context.findingsOf('publication.kept'),
    ),
  ];
  return { id: places.publication, title: 'Publication', orientation: 'portrait', ownPage: false, blocks };
}

function row(what: string, on: Parameters<typeof dateOr>[0], address: string | null): readonly Cell[] {
  return [cell(what), cell(dateOr(on)), cell(textOr(address))];
}
