import { expect, it } from 'vitest';
import { newUuid } from '../../electron/engine/newUuid.ts';

it('counts up with every id, also within a millisecond: conditions are numbered by this order', () => {
  const ids = Array.from({ length: 20_000 }, newUuid);
  expect(ids.findIndex((id, at) => at > 0 && id <= (ids[at - 1] ?? ''))).toBe(-1);
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !shape.test(id))).toEqual([]);
});
