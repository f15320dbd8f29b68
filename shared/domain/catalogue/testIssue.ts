import { day, line, long, number, yesNo } from './control.ts';
import { field } from './field.ts';
import { imported, phaseLike, splitNames } from './imported.ts';
import { kind } from './kind.ts';
import { asIs, said } from './publish.ts';
import { date, flag, severity, text } from './schemas.ts';

export const testIssue = kind({
  noun: 'test issue',
  kept: { path: ['testIssues'], area: 'testing', owner: 'DCC' },
  key: (r) => r.reference ?? r.title ?? '?',
  unique: [],
  sameBy: ['reference'],
  form: ['reference', 'phase', 'severity', 'open', 'title', 'workaround', 'fixBy'],
  columns: ['reference', 'title', 'phase', 'severity', 'open', 'workaround', 'fixBy'],
  fields: {
    reference: field(text, {
      label: 'Reference',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: line(3),
      column: 'Issue',
      imported: imported(
        'reference',
        'Issue reference | Reference | Issue key | Key | Defect ID | Bug ID | Issue ID | Issue number | Defect reference | Defect number | Work Item ID | ID | Ref | Defect | Bug | Number | No',
        { required: true },
      ),
    }),
    phase: field(text, {
      label: 'Phase',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: line(3),
      imported: imported(
        'text',
        'Test phase | Detected in Phase | Detected in Cycle | Found in phase | Custom field (Test Phase) | Test stage',
        {
          weak: {
            aliases: splitNames(
              'Found in | Iteration Path | Fix Version/s | Fix versions | Component | Component/s | Components | Area Path',
            ),
            fits: phaseLike,
          },
        },
      ),
    }),
    severity: field(severity, {
      label: 'Severity',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: number(2),
      imported: imported(
        'severity',
        'Custom field (Severity) | Custom field (Defect Severity) | Issue severity | bug_severity | Defect severity | Sev | Custom field (Priority) | Priority | Issue priority',
      ),
    }),
    title: field(text, {
      label: 'Title',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: line(12),
      imported: imported(
        'text',
        'Summary | Issue title | Headline | Name | Short description | short_desc | Subject | Description',
      ),
    }),
    open: field(flag, {
      label: 'Open',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: yesNo(4),
      imported: imported(
        'openClosed',
        'Status | State | Issue status | Defect status | bug_status | Current status | Open or closed | Resolution',
        { readOtherwise: { names: ['Resolution'], type: 'resolution' } },
      ),
    }),
    workaround: field(text, {
      label: 'Workaround',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: long(9),
      imported: imported('text', 'Work around | Custom field (Workaround) | Workaround description | Mitigation'),
    }),
    fixBy: field(date, {
      label: 'Fix by',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      imported: imported(
        'date',
        'Fix due | Target fix date | Due date | Target Date | Fix date | Planned fix date | Due | Target resolution date | Planned Closing Date | Estimated fix date',
      ),
    }),
  },
});
