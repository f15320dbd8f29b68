/** A question that is asked again and again, and of which only the newest answer counts. */
export interface LiveQuestion {
  /** Asks; `hear` gets the answer unless the question was asked again, or stopped, before it came. */
  readonly ask: <Answer>(question: () => Promise<Answer>, hear: (answer: Answer) => void) => void;
  /** Hears nothing of what is on its way. */
  readonly stop: () => void;
}

/** Answers may overtake each other; what comes late never takes the place of what is newer. */
export function liveQuestion(): LiveQuestion {
  let newest = 0;
  return {
    ask: (question, hear) => {
      newest += 1;
      const mine = newest;
      void question().then((answer) => {
        if (mine === newest) hear(answer);
      });
    },
    stop: () => {
      newest += 1;
    },
  };
}
