import { choice, day, elsewhere, line, long } from './control.ts';
import { field, listOfParts, part, perPart } from './field.ts';
import { imported } from './imported.ts';
import { kind } from './kind.ts';
import { asIs, said, who } from './publish.ts';
import { date, filledText, oneOf, referenceSchema, sha256, text } from './schemas.ts';

/** What a body may say of a criterion; null while asked and not answered. *noView* satisfies §5.3 "will seek input". */
export const positions = ['supports', 'supportsWithConditions', 'doesNotSupport', 'noView', 'deferred'] as const;

const positionWords = {
  supportsWithConditions: 'supports with conditions',
  doesNotSupport: 'does not support',
  noView: 'no view',
};

export function viewKey(view: { readonly body: string; readonly criterion: string }): string {
  return `${view.body}/${view.criterion}`;
}

/** What it saw, by name. */
const evidenceNames = (saw: readonly { readonly evidence: string }[]) => saw.map(({ evidence }) => evidence);

/** One body's view on one criterion, with the stamp of what the body saw. */
export const view = kind({
  noun: 'view',
  kept: { path: ['views'], area: 'committees', owner: 'both' },
  key: viewKey,
  unique: [],
  sameBy: ['body', 'criterion'],
  apartBy: ['on'],
  together: [['saw', 'sawText']],
  form: ['askedOn', 'on', 'position', 'wording', 'meeting', 'paper', 'answer', 'body', 'criterion'],
  columns: [
    'body',
    'criterion',
    'askedOn',
    'position',
    'on',
    'meeting',
    'paper',
    'wording',
    'answer',
    'sawText',
    'saw',
  ],
  fields: {
    body: field(filledText('is empty; name the body'), {
      label: 'Body',
      owner: 'both',
      publish: who('was asked'),
      clone: 'fresh',
      control: line(6),
      imported: imported('body', 'Committee | Sub-Committee | Group | Given by | Who | Party', { required: true }),
    }),
    criterion: field(referenceSchema, {
      label: 'Criterion',
      owner: 'both',
      publish: said,
      clone: 'fresh',
      control: line(6),
      imported: imported(
        'reference',
        'Criterion reference | Criterion ref | Acceptance criterion | Go-Live criterion | Acceptance criterion reference | Acceptance criterion ref | AC | AC ref | AC number | Criteria | Criteria ref | Reference | Ref | Item',
        { required: true },
      ),
      pointsAt: 'criterion',
    }),
    askedOn: field(date, {
      label: 'Asked on',
      owner: 'both',
      publish: asIs,
      clone: 'fresh',
      control: day(6),
      imported: imported('date', 'Asked | Date asked | Put on | Put to the body on'),
    }),
    position: field(oneOf(positions), {
      label: 'Position',
      owner: 'both',
      publish: asIs,
      clone: 'fresh',
      control: choice(12),
      imported: imported('position', 'View | Views | Decision | Outcome | Opinion | Response | Conclusion | Vote'),
      words: positionWords,
    }),
    on: field(date, {
      label: 'Given on',
      owner: 'both',
      publish: asIs,
      clone: 'fresh',
      control: day(6),
      imported: imported('date', 'Date | Date of view | View date | On | Date given | Meeting date'),
    }),
    meeting: field(text, {
      label: 'Meeting',
      owner: 'both',
      publish: said,
      clone: 'fresh',
      control: line(6),
      imported: imported('text', 'Meeting reference | Meeting number | Minutes | Minute reference'),
    }),
    paper: field(text, {
      label: 'Paper',
      owner: 'both',
      publish: said,
      clone: 'fresh',
      control: line(6),
      imported: imported('text', 'Paper reference | Paper number | Paper ref'),
    }),
    wording: field(text, {
      label: 'Wording',
      owner: 'both',
      publish: said,
      clone: 'fresh',
      control: long(12),
      imported: imported(
        'text',
        'Wording of the view | Minuted wording | Exact wording | Minute | Comments | Comment | Statement | Conditions',
      ),
    }),
    sawText: field(text, {
      label: 'Wording of the criterion it saw',
      owner: 'both',
      publish: said,
      clone: 'fresh',
      control: elsewhere,
      imported: imported('text'),
    }),
    saw: field(
      listOfParts({
        evidence: part(referenceSchema, {
          label: 'evidence',
          publish: said,
          control: elsewhere,
          pointsAt: 'evidence',
        }),
        sha256: part(sha256, { label: 'SHA-256', publish: asIs, control: elsewhere }),
      }),
      {
        label: 'Evidence it saw',
        owner: 'both',
        publish: perPart,
        clone: 'fresh',
        control: elsewhere,
        inTable: evidenceNames,
        imported: imported('evidenceSeen'),
      },
    ),
    answer: field(text, {
      label: 'Our answer',
      owner: 'both',
      publish: said,
      clone: 'fresh',
      control: long(12),
      column: 'Answer',
      imported: imported('text', 'Answered | Answer to conditions | Reply | Answer given'),
    }),
  },
});
