import { create } from 'zustand';

/** What would be lost by something, asked before it is done. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it all the same. */
  readonly yes: string;
  readonly no: string;
  readonly run: () => void;
}

export const useQuestionStore = create<{ readonly question: Question | null }>(() => ({ question: null }));

/** Asks before something is lost; `run` happens only where the person says so. */
export function askFirst(question: Question): void {
  useQuestionStore.setState({ question });
}

export function closeQuestion(): void {
  useQuestionStore.setState({ question: null });
}
