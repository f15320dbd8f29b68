import { create } from 'zustand';

/** An error that was told. */
export interface Message {
  readonly text: string;
  readonly at: number;
}

const mostKept = 100;

/** The errors that were told since the window opened, newest first, until somebody clears them. */
export const useMessageStore = create<{ readonly errors: readonly Message[] }>(() => ({ errors: [] }));

/** The same error again stands once, at its newest time. */
export function keepError(text: string): void {
  useMessageStore.setState(({ errors }) => ({
    errors: [{ text, at: Date.now() }, ...errors.filter((one) => one.text !== text)].slice(0, mostKept),
  }));
}

export function clearErrors(): void {
  useMessageStore.setState({ errors: [] });
}
