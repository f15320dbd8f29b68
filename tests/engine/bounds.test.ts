import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engineMethods } from '../../shared/contract/engineMethods.ts';
import { mainMethods } from '../../shared/contract/windowMethods.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

interface Node {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** Every number in a schema that may be as large as one likes. */
function boundless(schema: unknown, path: string): readonly string[] {
  if (schema === null || typeof schema !== 'object') return [];
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema as Node;
  const low = minimum ?? exclusiveMinimum ?? Number.NEGATIVE_INFINITY;
  const high = maximum ?? exclusiveMaximum ?? Number.POSITIVE_INFINITY;
  const most = Number.MAX_SAFE_INTEGER;
  const isOpen = (type === 'integer' || type === 'number') && (low <= -most || high >= most);
  return [
    ...(isOpen ? [path] : []),
    ...Object.entries(schema).flatMap(([name, inner]) => boundless(inner, `${path}.${name}`)),
  ];
}

describe('the contract', () => {
  it.each([...Object.entries(engineMethods), ...Object.entries(mainMethods)])(
    'has bounds on every number that %s takes',
    (name, { input }) => {
      const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
      expect(boundless(schema, name)).toEqual([]);
    },
  );

  it('finds a number without bounds', () => {
    expect(boundless(z.toJSONSchema(z.strictObject({ a: z.array(z.int().min(0)) })), 'x')).toEqual([
      'x.properties.a.items',
    ]);
  });

  it('refuses to take back more entries than any use case writes, before anything is read', async () => {
    const { refuses } = testEngine(scratchFolder());
    for (const through of [2 ** 40, 20_001, 0]) {
      const error = await refuses('record.undo', { entry: 1, through, asOf: null });
      expect(error.kind).toBe('invalidInput');
    }
    expect((await refuses('record.undo', { entry: 1, through: 20_000, asOf: null })).kind).toBe('notFound');
  });
});
