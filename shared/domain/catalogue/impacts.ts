/** What a modification touches; it decides which lead time and which release type apply (§2, §4.3). */
export const impacts = [
  'dccSystems',
  'userSystems',
  'users',
  'secDocuments',
  'gbcs',
  'smets',
  'chts',
  'dccInternalSystems',
  'parseAndCorrelate',
] as const;

/** As people read them. */
export const impactWords = {
  dccSystems: 'DCC Systems',
  userSystems: 'User Systems',
  users: 'Users',
  secDocuments: 'SEC documents',
  gbcs: 'GBCS (Schedule 8)',
  smets: 'SMETS (Schedule 9)',
  chts: 'CHTS (Schedule 10)',
  dccInternalSystems: 'DCC Internal Systems',
  parseAndCorrelate: 'Parse and Correlate Software',
};
