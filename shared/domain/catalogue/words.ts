import { entriesOf } from './entries.ts';
import { listKinds } from './kinds.ts';

const words: Readonly<Record<string, string>> = Object.assign(
  {},
  ...(['release', ...listKinds] as const).flatMap((kind) =>
    entriesOf(kind).flatMap(({ facts, parts }) => [facts.words, ...parts.map((part) => part.facts.words)]),
  ),
);

/** `dccSystems` reads as `DCC Systems`; a word that stands for itself comes back as it is. */
export function wordFor(value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
