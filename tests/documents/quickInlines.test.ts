import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { loadFaces, signFamily, textFamily } from '../../electron/documents/fonts/faces.ts';
import { layOut } from '../../electron/documents/pdf/engine.ts';
import { InlinesBase, type StyleStack } from '../../electron/documents/pdf/internals.ts';
import { QuickInlines } from '../../electron/documents/pdf/quickInlines.ts';
import fc from '../support/properties.ts';

const { default: StyleContextStack } = createRequire(import.meta.url)('pdfmake/js/StyleContextStack') as {
  readonly default: new (styles: unknown, standard: unknown) => StyleStack & { push(style: unknown): void };
};

const property = fc.record(
  {
    font: fc.constantFrom(textFamily, signFamily),
    fontSize: fc.constantFrom(6, 9, 14),
    bold: fc.boolean(),
    color: fc.constantFrom('#111111', '#005a8c', null),
    alignment: fc.constantFrom('left', 'right'),
    noWrap: fc.boolean(),
    lineHeight: fc.constantFrom(1, 1.4),
    preserveLeadingSpaces: fc.boolean(),
  },
  { requiredKeys: [] },
);
const named = fc.constantFrom('quiet', 'loud', 'nobody knows it');
const word = fc.constantFrom('Testing ', ' is', 'complete.', 'Go-Live\n', ' ', '2x3 ');
const run = fc.oneof(
  fc.array(word, { maxLength: 3 }).map((words) => ({ text: words.join('') })),
  fc
    .tuple(property, fc.option(fc.oneof(named, fc.array(named, { maxLength: 2 })), { nil: undefined }), word)
    .map(([own, style, text]) => ({ ...own, text, ...(style === undefined ? {} : { style }) })),
);

it('measures words as pdfmake does, whatever the styles around them and their own', async () => {
  const document = await layOut({ content: 'One.', pageMargins: 40, defaultStyle: { font: textFamily } }, loadFaces());
  const measured = (
    Inlines: typeof InlinesBase,
    runs: readonly object[],
    styles: object,
    around: readonly unknown[],
  ) => {
    const stack = new StyleContextStack(styles, { font: textFamily, fontSize: 8 });
    for (const style of around) stack.push(style);
    return new Inlines(document).buildInlines(structuredClone(runs), stack);
  };
  const styles = fc.record({ quiet: property, loud: property.map((own) => ({ ...own, extends: 'quiet' })) });
  const around = fc.array(fc.oneof(named, property), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), styles, around, (...given) => {
      expect(measured(QuickInlines, ...given)).toEqual(measured(InlinesBase, ...given));
    }),
    { numRuns: 300 },
  );
});
