import { imported } from '../catalogue/imported.ts';
import type { ImportField } from './importField.ts';

/** What only tables with a row per test have: no fields of a record, they are counted into those of its phase. */
export const perTestFields: readonly ImportField[] = [
  {
    field: 'test',
    label: 'Test',
    ...imported(
      'text',
      'Test name | Test case | Test case name | Test: Name | Test script | Script | Test title | Test summary | Test ID | Test key | Test case ID | Title | Summary',
    ),
  },
  {
    field: 'configuration',
    label: 'Configuration',
    ...imported('text', 'Configurations | Config | Environment | Test environment | Platform | Browser | Device'),
  },
  {
    field: 'outcome',
    label: 'Outcome',
    ...imported(
      'outcome',
      'Result | Test result | Verdict | Execution status | Run status | TestRun status | Test run status | Last result | Test status | Status | State',
    ),
  },
];
