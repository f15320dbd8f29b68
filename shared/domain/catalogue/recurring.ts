import { day, line } from './control.ts';
import { field, type Owner } from './field.ts';
import { asIs, said } from './publish.ts';
import { date, link, text } from './schemas.ts';

/** Where a document is published. */
export const webAddress = (owner: Owner) =>
  field(text, { label: 'Web address', owner, publish: said, clone: 'fresh', control: line(12) });

/** The file of a document's version: an evidence item, which needs to speak for no criterion. */
export const documentFile = (owner: Owner) =>
  field(link, {
    label: 'Its file',
    owner,
    publish: said,
    clone: 'fresh',
    control: line(12, { hint: 'An evidence reference; a file that is dropped here becomes one.' }),
    pointsAt: 'evidence',
    column: 'File',
    told: 'File',
  });

/** The day of a decision. */
export const decidedOn = (owner: Owner) =>
  field(date, {
    label: 'On',
    owner,
    publish: asIs,
    clone: 'fresh',
    control: day(3),
    column: 'Decided on',
    told: 'Decided on',
  });
