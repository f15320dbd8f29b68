export const yesNoWords = {
  true: ['Yes', 'Y', 'True', '1', 'In', 'In scope', 'Included', 'X', '✓', '✔'],
  false: ['No', 'N', 'False', '0', 'Out', 'Out of scope', 'Not in scope', 'Excluded', 'Removed', '✕', '✗', '✘'],
} as const;
