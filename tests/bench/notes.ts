/** What is known of a row that misses its goal: why it does, and what would help. */
export const notes: Readonly<Record<string, string>> = {
  'edit.1000':
    'what rests on an edit is judged anew and nothing else, and the answer is a difference. What is left is one pass over the findings of the release (17,000 here) to gather, count and compare them; keeping the findings of each rule as one list would take most of it away.',
  'edit.200':
    'in processor time it is what it is at 20 criteria (2.2 and 2.3 ms a saved field); in a crowd the two are not told apart.',
  'readiness.large':
    'alone on the machine it takes 34 ms of processor time; nearly half of that compares what each of 5,000 views saw with what stands now. An edit pays it no more: it is judged whole when it is opened only.',
  'open.release':
    'a third of it reads 16,000 rows field by field and checks them, the rest judges the release whole for the first time; JSON.parse does neither. Judging while the window draws its first screen, and reading a list only when it is looked at, would help.',
};
