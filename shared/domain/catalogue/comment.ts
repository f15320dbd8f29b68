import { day, line, long, number, yesNo } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, notPublished, said, withhold } from './publish.ts';
import { count, date, flag, link, text } from './schemas.ts';

const what = 'Who commented on a pack or paper, the comment and the answer.';
const why = 'It was made to those who issued it; whether it is answered stays.';

/** A remark that a reader made on an issued pack or paper, and its answer. `at` names the record it stands at. */
export const comment = kind({
  noun: 'comment',
  kept: { path: ['comments'], area: 'pack', owner: 'both' },
  key: (r) => `${r.author ?? '?'} ${r.on ?? ''}`.trim(),
  unique: [],
  // Both sides may read the same marked copy of a pack; what it says twice at one place is one comment (`pack comments`).
  sameBy: ['pack', 'text', 'page', 'author', 'quoted'],
  apartBy: ['at'],
  fields: {
    pack: field(text, { label: 'Pack', owner: 'both', publish: said, clone: 'fresh', control: line(4) }),
    page: field(count, { label: 'Page', owner: 'both', publish: asIs, clone: 'fresh', control: number(2) }),
    at: field(link, {
      label: 'At',
      told: 'Stands at',
      owner: 'both',
      publish: said,
      clone: 'fresh',
      control: line(6, { hint: 'The record it speaks of.' }),
      pointsAt: 'record',
    }),
    quoted: field(text, {
      label: 'Quoted',
      owner: 'both',
      publish: withhold(what, why, notPublished),
      clone: 'fresh',
      control: long(12),
    }),
    author: field(text, {
      label: 'Author',
      owner: 'both',
      publish: withhold(what, why, 'a reader'),
      clone: 'fresh',
      control: line(6),
    }),
    on: field(date, { label: 'On', told: 'Made on', owner: 'both', publish: asIs, clone: 'fresh', control: day(6) }),
    text: field(text, {
      label: 'Comment',
      owner: 'both',
      publish: withhold(what, why, notPublished),
      clone: 'fresh',
      control: long(12),
    }),
    answer: field(text, {
      label: 'Answer',
      owner: 'both',
      publish: withhold(what, why, notPublished),
      clone: 'fresh',
      control: long(12),
    }),
    answeredBy: field(text, {
      label: 'Answered by',
      owner: 'both',
      publish: withhold(what, why),
      clone: 'fresh',
      control: line(5, { hint: 'Before there is an answer: who has it to give.' }),
    }),
    answeredOn: field(date, { label: 'Answered on', owner: 'both', publish: asIs, clone: 'fresh', control: day(4) }),
    closed: field(flag, { label: 'Closed', owner: 'both', publish: asIs, clone: 'fresh', control: yesNo(3) }),
  },
});
