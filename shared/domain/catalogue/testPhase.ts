import { day, line, long, number } from './control.ts';
import { field } from './field.ts';
import { imported, phaseLike, splitNames } from './imported.ts';
import { kind } from './kind.ts';
import { asIs, said } from './publish.ts';
import { count, date, link, text } from './schemas.ts';

/** A DCC test phase in one region (null: everywhere), with its planned and actual dates and counts. */
export const testPhase = kind({
  noun: 'test phase',
  kept: { path: ['testPhases'], area: 'testing', owner: 'DCC' },
  key: (r) => [r.name ?? '?', r.region].filter(Boolean).join(' '),
  unique: [],
  sameBy: ['name', 'region'],
  form: [
    'name',
    'region',
    'exitReport',
    'plannedStart',
    'plannedEnd',
    'actualStart',
    'actualEnd',
    'planned',
    'run',
    'passed',
    'failed',
    'notRun',
    'workOffPlan',
  ],
  fields: {
    name: field(text, {
      label: 'Phase',
      owner: 'DCC',
      publish: said,
      clone: 'carry',
      control: line(3),
      imported: imported(
        'text',
        'Test phase | Phase name | Test stage | Stage | Cycle | Test cycle | Test set | Test plan | Suite | Test suite | Test execution',
        {
          required: true,
          weak: {
            aliases: splitNames('Name | Section | Folder | Milestone | Test run | Test plan name'),
            fits: phaseLike,
          },
        },
      ),
    }),
    region: field(text, {
      label: 'Region',
      owner: 'DCC',
      publish: said,
      clone: 'carry',
      control: line(3),
      imported: imported('text', 'Regions | CSP region | CSP | Area'),
    }),
    plannedStart: field(date, {
      label: 'Planned start',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      imported: imported('date', 'Planned start date | Start planned | Baseline start | Start date | Start'),
    }),
    plannedEnd: field(date, {
      label: 'Planned end',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      imported: imported(
        'date',
        'Planned end date | Planned finish | End planned | Baseline end | Baseline finish | End date | End | Finish',
      ),
    }),
    actualStart: field(date, {
      label: 'Actual start',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      imported: imported('date', 'Actual start date | Start actual | Started | Started on'),
    }),
    actualEnd: field(date, {
      label: 'Actual end',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: day(3),
      imported: imported(
        'date',
        'Actual end date | Actual finish | End actual | Finished | Finished on | Completed | Completed on',
      ),
    }),
    planned: field(count, {
      label: 'Planned',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: number(2),
      imported: imported(
        'count',
        'Tests planned | Planned tests | Scripts planned | Total | Total tests | Tests | In scope tests',
      ),
    }),
    run: field(count, {
      label: 'Run',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: number(2),
      imported: imported('count', 'Tests run | Executed | Tests executed | Total run | Scripts run'),
    }),
    passed: field(count, {
      label: 'Passed',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: number(2),
      imported: imported('count', 'Pass | Tests passed | Passes | Scripts passed'),
    }),
    failed: field(count, {
      label: 'Failed',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: number(2),
      imported: imported('count', 'Fail | Tests failed | Failures | Fails | Scripts failed'),
    }),
    notRun: field(count, {
      label: 'Not run',
      owner: 'DCC',
      publish: asIs,
      clone: 'fresh',
      control: number(2),
      imported: imported('count', 'Tests not run | No run | Not executed | Skipped | Outstanding | Remaining'),
    }),
    exitReport: field(link, {
      label: 'Exit report',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: line(3, { hint: 'An evidence reference.' }),
      imported: imported('text', 'Completion report | Test completion report | Exit report reference'),
      pointsAt: 'evidence',
    }),
    workOffPlan: field(text, {
      label: 'Work-off plan',
      owner: 'DCC',
      publish: said,
      clone: 'fresh',
      control: long(12),
      imported: imported('text', 'Work off plan | WOP'),
      pointsAt: 'evidence',
    }),
  },
});
