import type { InputOf } from '../../shared/contract/engineMethods.ts';

type Read = InputOf<'import.read'>;

/** A table that is pasted into a release, to be read as it reads by itself. */
export const pasted = (release: string, kind: Read['kind'], text: string, more: Partial<Read> = {}): Read => ({
  kind,
  release,
  file: null,
  text,
  sheet: null,
  mapping: null,
  valueMaps: {},
  defaults: {},
  plan: true,
  ...more,
});
