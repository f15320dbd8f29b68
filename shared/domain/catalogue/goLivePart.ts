import { day, line } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said } from './publish.ts';
import { date, text } from './schemas.ts';

/** One dated part of a parted go-live (a region, say). Lead times count from the first part. */
export const goLivePart = kind({
  noun: 'Go-Live part',
  kept: { path: ['release', 'goLive', 'parts'], area: 'dates', owner: 'SECAS' },
  key: (r) => r.what ?? '?',
  unique: [],
  fields: {
    what: field(text, { label: 'Part', owner: 'SECAS', publish: said, clone: 'fresh', control: line(8) }),
    date: field(date, { label: 'Goes live on', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(4) }),
  },
});
