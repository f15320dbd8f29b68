import { day, line, long } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, notPublished, party, withhold } from './publish.ts';
import { date, text } from './schemas.ts';

const what = 'Who commented on the RID, the comment and the response.';
const why = 'It was made to SECAS, not to the public; whether it is answered stays.';

/** Any Party may comment on the RID (§4.2). */
export const ridComment = kind({
  noun: 'RID comment',
  kept: { path: ['rid', 'comments'], area: 'scope', owner: 'SECAS' },
  key: (r) => `${r.party ?? '?'} ${r.on ?? ''}`.trim(),
  unique: [],
  fields: {
    party: field(text, { label: 'Party', owner: 'SECAS', publish: party(what, why), clone: 'fresh', control: line(4) }),
    on: field(date, {
      label: 'On',
      told: 'Made on',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      column: 'Given on',
    }),
    comment: field(text, {
      label: 'Comment',
      owner: 'SECAS',
      publish: withhold(what, why, notPublished),
      clone: 'fresh',
      control: long(12),
    }),
    response: field(text, {
      label: 'Response',
      owner: 'SECAS',
      publish: withhold(what, why, notPublished),
      clone: 'fresh',
      control: long(12),
    }),
  },
});
