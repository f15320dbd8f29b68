import { expect, it } from 'vitest';
import { specsOf } from '../../renderer/fields/fieldSpecs.ts';

it.each([
  ['decision', 'outcome', 'text', 'Not yet'],
  ['submission', 'presentedBy', 'tags', 'DCC'],
] as const)('the %s offers words for its %s wherever it is entered, and takes any other', (kind, field, type, word) => {
  const spec = specsOf(kind).find((one) => one.field === field);
  expect(spec).toMatchObject({ type, offers: expect.arrayContaining([word]) });
  expect(spec?.options).toBeUndefined();
});
