import { choice, day, line } from './control.ts';
import { field } from './field.ts';
import { kind } from './kind.ts';
import { asIs, said } from './publish.ts';
import { date, oneOf, text } from './schemas.ts';

/** The texts that go out about a release (§5.2, §6). */
export const sentTexts = ['release-page', 'user-testing', 'approval', 'newsletter', 'decision'] as const;

const sentTextWords = { 'release-page': 'release page', 'user-testing': 'User testing' };

/** That one of the texts was sent: by which channel, when, and where it stands. */
export const sentText = kind({
  noun: 'sent text',
  kept: { path: ['sent'], area: 'pack', owner: 'SECAS' },
  key: (r) => `${r.text ?? '?'} ${r.on ?? ''}`.trim(),
  unique: [],
  fields: {
    text: field(oneOf(sentTexts), {
      label: 'Text',
      owner: 'SECAS',
      publish: asIs,
      clone: 'fresh',
      control: choice(4),
      words: sentTextWords,
    }),
    channel: field(text, { label: 'Channel', owner: 'SECAS', publish: said, clone: 'fresh', control: line(4) }),
    on: field(date, { label: 'Sent on', owner: 'SECAS', publish: asIs, clone: 'fresh', control: day(4) }),
    address: field(text, { label: 'Web address', owner: 'SECAS', publish: said, clone: 'fresh', control: line(12) }),
  },
});
