import { readdirSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => `renderer/${name.replaceAll('\\', '/')}`);

interface Attribute {
  readonly type: string;
  readonly name?: { readonly name?: unknown };
  readonly value?: { readonly type: string } | null;
}

interface Opening {
  readonly start: number;
  readonly name: { readonly name?: unknown };
  readonly attributes: readonly Attribute[];
}

/** Buttons that can be out of use and do not say why: an `ActionButton` asks for it, a bare symbol has its changing title. */
function silentIn(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const look = (opening: Opening) => {
    const named = (name: string) => opening.attributes.find((one) => one.name?.name === name);
    const name = String(opening.name.name);
    if (!['Button', 'ActionIcon', 'button'].includes(name) || named('disabled') === undefined) return;
    const says = named('title')?.value?.type === 'JSXExpressionContainer';
    if (name === 'Button' || !says) found.push(`${file}:${source.slice(0, opening.start).split('\n').length}`);
  };
  new Visitor({ JSXOpeningElement: look as (node: unknown) => void }).visit(parseSync(file, source).program);
  return found;
}

test('no button is out of use without a word', () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.flatMap((file) => silentIn(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['<Button disabled={x}>Go</Button>', 1],
  ['<ActionIcon disabled={x} title="Go" />', 1],
  ['<button type="button" disabled>Go</button>', 1],
  ["<ActionIcon disabled={x} title={x ? 'Not yet' : 'Go'} />", 0],
  ["<ActionButton why={x ? 'Not yet.' : null}>Go</ActionButton>", 0],
])('%s: %i without a word', (element, count) => {
  expect(silentIn('a.tsx', `const a = ${element};`)).toHaveLength(count);
});

test('whatever is dealt with before the work goes on is a Dialog, which opens where a person begins', () => {
  const others = sources.filter((file) =>
    /import \{[^}]*\b(Modal|Drawer)\b[^}]*\} from '@mantine\/core'/.test(readFileSync(file, 'utf8')),
  );
  expect(others).toEqual(['renderer/components/Dialog.tsx']);
});
