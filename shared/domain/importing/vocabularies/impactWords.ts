import type { Impact } from '../../records/modification.ts';

export const impactWords: Readonly<Record<Impact, readonly string[]>> = {
  dccSystems: [
    'DCC Systems',
    'DCC System',
    'DCC',
    'DCC Total System',
    'DSP',
    'CSP',
    'DCC impacting',
    'Central systems',
  ],
  userSystems: ['User Systems', 'User System', 'Party systems', 'Supplier systems'],
  users: ['Users', 'User', 'DCC Users', 'Parties', 'SEC Parties', 'Suppliers'],
  secDocuments: [
    'SEC documents',
    'SEC document',
    'SEC documents only',
    'Documents',
    'Document',
    'Document only',
    'Documents only',
    'SEC',
    'SEC only',
    'Legal text',
    'Documentation',
  ],
  gbcs: ['GBCS', 'Schedule 8'],
  smets: ['SMETS', 'SMETS1', 'SMETS2', 'Schedule 9'],
  chts: ['CHTS', 'Schedule 10'],
  dccInternalSystems: ['DCC Internal Systems', 'DCC Internal System', 'DCC internal'],
  parseAndCorrelate: ['Parse and Correlate Software', 'Parse and Correlate', 'P&C', 'PAC'],
};
