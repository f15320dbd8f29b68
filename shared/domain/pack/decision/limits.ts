/**
 * How much of each part the decision page shows before it counts the rest. The page is one page whatever the data: the
 * drawing floor takes the first of these that fits. What the CSC is asked to agree is given up last.
 */
export interface DecisionLimits {
  /** Lines of exceptions; the last of them counts what is left. */
  readonly exceptions: number;
  /** Lines of text for each exception, condition and objection. */
  readonly lines: number;
  readonly conditions: number;
  readonly objections: number;
  readonly bodies: number;
  /** Lines for each free text. */
  readonly text: number;
  /** Lines for the recommended wording and each recommendation; null: they stand whole, as long as they can. */
  readonly ask: number | null;
}

export const decisionLimits: readonly DecisionLimits[] = [
  { exceptions: 14, lines: 2, conditions: 6, objections: 4, bodies: 6, text: 4, ask: null },
  { exceptions: 12, lines: 2, conditions: 4, objections: 3, bodies: 5, text: 3, ask: null },
  { exceptions: 11, lines: 2, conditions: 3, objections: 2, bodies: 4, text: 2, ask: null },
  { exceptions: 9, lines: 2, conditions: 3, objections: 2, bodies: 4, text: 2, ask: null },
  { exceptions: 12, lines: 1, conditions: 4, objections: 2, bodies: 4, text: 3, ask: null },
  { exceptions: 10, lines: 1, conditions: 3, objections: 2, bodies: 4, text: 3, ask: null },
  { exceptions: 10, lines: 1, conditions: 3, objections: 2, bodies: 4, text: 2, ask: null },
  { exceptions: 8, lines: 1, conditions: 3, objections: 1, bodies: 3, text: 2, ask: null },
  { exceptions: 5, lines: 1, conditions: 2, objections: 1, bodies: 2, text: 1, ask: null },
  // Only what is longer than the rest of the page is cut here; a section of its own prints it whole.
  { exceptions: 8, lines: 1, conditions: 3, objections: 1, bodies: 3, text: 2, ask: 6 },
  { exceptions: 8, lines: 1, conditions: 3, objections: 1, bodies: 3, text: 2, ask: 3 },
  { exceptions: 5, lines: 1, conditions: 2, objections: 1, bodies: 2, text: 1, ask: 1 },
];
