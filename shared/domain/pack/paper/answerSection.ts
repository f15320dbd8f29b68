import { formatDate } from '../../calendar/calendarDate.ts';
import { positions } from '../../catalogue/view.ts';
import { exportedWord } from '../../importing/words.ts';
import { theBody } from '../../records/bodies.ts';
import type { Criterion } from '../../records/criterion.ts';
import { type Block, type Choice, destination, type Entry, pageLink, paragraph, type Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import type { PaperIdentity } from '../packIdentity.ts';
import { criterionPlace } from '../places.ts';
import { shortened, textOr } from '../words.ts';
import { meetingFields, paperReferenceField, viewField } from './answerFields.ts';

const longestName = 60;

/** The form that the body answers in: once what stands for the whole meeting, then each criterion. */
export function answerSection({ facts, snapshot }: PackContext, paper: PaperIdentity): Section {
  const the = shortened(theBody(paper.body), longestName);
  return {
    id: 'answer',
    title: `The answer of ${the}`,
    orientation: 'portrait',
    ownPage: true,
    blocks: [
      paragraph(
        'Fill in what is known, in any program that shows PDF files, save the file and send it back to SECAS: SEC Go-Live reads it. Nothing is sent by itself.',
      ),
      paragraph(
        [
          {
            text: 'Filling it in changes the file: the SHA-256 that was told of this paper is that of the paper as it was issued. A printed or scanned copy cannot be read back; its answers are typed in.',
            soft: true,
          },
        ],
        'note',
      ),
      {
        kind: 'pair',
        left: [
          entry(
            meetingFields.on,
            'Meeting held on',
            `Day of the meeting, if it was not ${formatDate(paper.meeting)}`,
            1,
          ),
          entry(meetingFields.by, 'Recorded by', 'Name of who recorded these answers', 1),
        ],
        right: [
          entry(meetingFields.reference, 'Minute reference', 'Reference of the minutes', 1),
          {
            ...entry(paperReferenceField, 'This paper', 'Reference of this paper; it cannot be changed', 1),
            fixed: snapshot.identity.reference,
          },
        ],
      },
      paragraph([{ text: `Without a day, the meeting of ${formatDate(paper.meeting)} is meant.`, soft: true }], 'note'),
      ...facts.criteria.flatMap((criterion) => answerTo(criterion, the)),
    ],
  };
}

function answerTo(criterion: Criterion, the: string): readonly Block[] {
  const reference = shortened(criterion.reference, longestName);
  const choice: Choice = {
    kind: 'choice',
    name: viewField(criterion, 'position'),
    label: `Position of ${the}`,
    tip: `${reference}: position of ${the}`,
    options: positions.map((value) => ({ value, label: exportedWord('position', value) })),
  };
  return [
    {
      kind: 'heading',
      level: 3,
      text: reference,
      id: destination('answer', criterion.reference),
      aside: [{ text: 'in full on ', soft: true }, pageLink(criterionPlace(criterion.reference))],
      bookmark: false,
    },
    paragraph(criterion.text === null ? textOr(null) : shortened(criterion.text, 240), 'note'),
    choice,
    entry(
      viewField(criterion, 'words'),
      'In its own words',
      `${reference}: what ${the} said, as the CSC is to read it`,
      3,
    ),
    entry(
      viewField(criterion, 'conditions'),
      'Its conditions, each on a line of its own',
      `${reference}: conditions of ${the}, each on a line of its own`,
      2,
    ),
  ];
}

function entry(name: string, label: string, tip: string, lines: number): Entry {
  return { kind: 'entry', name, label, tip, lines };
}
