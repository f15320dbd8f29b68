import type { InputOf, OutputOf, WindowMethodName } from '../shared/contract/engineMethods.ts';
import type { WindowApi } from '../shared/contract/windowMethods.ts';
import type { Result } from '../shared/domain/foundation/result.ts';

declare global {
  interface Window {
    readonly golive: WindowApi;
  }
}

/** The only reader of `window.golive`: everything the window can do goes through here. */
export const api: WindowApi = window.golive;

/** An engine call: `call('release.list', {})`. Failures come back as values. */
export function call<Name extends WindowMethodName>(name: Name, input: InputOf<Name>): Promise<Result<OutputOf<Name>>> {
  return api.call(name, input);
}
