/** Every place of a release and of the store but for the exchange and the settings; the overview last, where the window begins. */
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
