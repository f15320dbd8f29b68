import { expect } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import type { MethodName } from '../../shared/contract/engineMethods.ts';

/** Calls, and asks the same engine for something else meanwhile: that is answered first. */
export async function besides(engine: Engine, method: MethodName, input: object) {
  const order: string[] = [];
  const long = engine.call(method, input).finally(() => order.push(method));
  await engine.call('release.list', {}).then(() => order.push('release.list'));
  const answer = await long;
  expect(order).toEqual(['release.list', method]);
  return answer;
}
