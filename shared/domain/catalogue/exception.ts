import { line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { said, who } from './publish.ts';
import { decidedOn } from './recurring.ts';
import { filledText, text } from './schemas.ts';

/** A recorded decision that accepts a missed lead time (`covered`); `subject` equals the finding's. */
export const exception = kind({
  noun: 'exception',
  kept: { path: ['exceptions'], area: 'conditions', owner: 'SECAS' },
  key: (r) => (r.subject ? `${r.rule} ${r.subject}` : r.rule),
  unique: [],
  fields: {
    rule: field(filledText('is empty; name the rule'), {
      label: 'Rule',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(4),
    }),
    subject: field(text, {
      label: 'Subject',
      owner: 'SECAS',
      publish: said,
      clone: 'fresh',
      control: line(2),
      pointsAt: 'modification',
    }),
    body: field(text, {
      label: 'Accepted by',
      owner: 'SECAS',
      publish: who('agreed it'),
      clone: 'fresh',
      control: line(3),
      column: 'Body',
    }),
    on: decidedOn('SECAS'),
    reference: field(text, { label: 'Reference', owner: 'SECAS', publish: said, clone: 'fresh', control: line(4) }),
    reason: field(text, { label: 'Reason', owner: 'SECAS', publish: said, clone: 'fresh', control: long(8) }),
  },
});
