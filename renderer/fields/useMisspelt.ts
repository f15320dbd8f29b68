import type { Misspelt } from '../../shared/contract/spelling.ts';
import { useMainAnswer } from '../stores/useEngineAnswer.ts';

/** Rest after the last keystroke, in milliseconds, before words are looked up: nobody is corrected in the middle of one. */
const rest = 1200;

/** The misspelt words of a text, a moment after it came to rest; those of an earlier text that are gone are not shown. */
export function useMisspelt(text: string): readonly Misspelt[] {
  const { answer } = useMainAnswer('spelling.check', text === '' ? null : { text }, { rest, keepsLast: true });
  const plain = text.replaceAll('’', "'");
  return answer?.filter(({ word }) => plain.includes(word)) ?? [];
}
