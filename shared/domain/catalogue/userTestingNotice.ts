import { choice, choices, day } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said } from './publish.ts';
import { date, text, texts } from './schemas.ts';

/** What and when Users are told about User testing (§5.2). */
export const userTestingNotice = kind({
  noun: 'User testing notice',
  kept: { path: ['userTesting', 'notices'], area: 'dates', owner: 'DCC' },
  key: (r) => `${r.channel ?? '?'} ${r.on ?? ''}`.trim(),
  unique: [],
  fields: {
    channel: field(text, {
      label: 'Channel',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: choice(4, { values: ['email', 'website', 'newsletter'] }),
    }),
    on: field(date, {
      label: 'On',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(4),
      column: 'Given on',
      told: 'Given on',
    }),
    tells: field(texts, {
      label: 'Tells',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: choices(4, { values: ['type', 'when'] }),
    }),
  },
});
