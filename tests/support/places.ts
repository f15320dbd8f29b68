/** Every place of the sidebar, and the overview last, where the window begins. */
export const places = [
  'Scope & RID',
  'Dates & TAD',
  'Criteria',
  'Evidence',
  'Testing',
  'Committees',
  'Conditions & risks',
  'Pack',
  'History',
  'All releases',
  'Rulebook',
  'Overview',
];
