import { describe, expect, it } from 'vitest';
import { readBytes, readFixture, readPasted } from './support.ts';
import { makeWorkbook, textRow } from './workbook.ts';

describe('issues', () => {
  it('come from a Jira export, its own fields before its general ones', async () => {
    const { rows, output } = await readFixture('issues', 'jira.csv');
    expect(output.mapping).toEqual({
      Summary: 'title',
      'Issue key': 'reference',
      Status: 'open',
      'Custom field (Severity)': 'severity',
      'Custom field (Workaround)': 'workaround',
      'Due date': 'fixBy',
      'Fix Version/s': 'phase',
    });
    expect(rows).toEqual([
      {
        reference: 'DCC-101',
        title: 'Join fails, and says "no route"',
        open: true,
        phase: 'SIT-B',
        fixBy: '2021-11-04',
        severity: 2,
        workaround: 'Restart the hub\nand try again',
      },
      { reference: 'DCC-102', title: 'Prepayment display is blank', open: false, phase: 'SIT-B', severity: 4 },
      {
        reference: 'DCC-103',
        title: 'Profile data arrives late',
        open: false,
        phase: 'SIT-B',
        fixBy: '2021-11-12',
        severity: 3,
      },
    ]);
    expect(output.problems).toEqual([
      {
        row: 5,
        column: 'Custom field (Severity)',
        sentence:
          'Severity “urgentish” is not a number from 1 to 9 nor a word this import knows; write 1 to 9, or say which number it stands for.',
      },
    ]);
  });

  it('tell which words were given a meaning, so that the user may give another', async () => {
    const { output } = await readFixture('issues', 'jira.csv');
    expect(output.readings).toContainEqual({
      column: 'Status',
      word: 'In Progress',
      field: 'open',
      value: 'true',
      count: 1,
    });
    expect(output.readings).toContainEqual({
      column: 'Custom field (Severity)',
      word: 'urgentish',
      field: 'severity',
      value: null,
      count: 1,
    });
    const { rows } = await readFixture('issues', 'jira.csv', {
      valueMaps: { severity: { Urgentish: '1' }, open: { Done: 'open' } },
    });
    expect(rows).toHaveLength(4);
    expect(rows[3]).toMatchObject({ reference: 'DCC-104', severity: 1 });
    expect(rows[1]).toMatchObject({ reference: 'DCC-102', open: true });
  });

  it('come from Azure DevOps', async () => {
    const { rows } = await readFixture('issues', 'azure-devops.csv');
    expect(rows).toEqual([
      {
        reference: '4711',
        title: 'Certificate rotation stops',
        open: true,
        severity: 1,
        phase: 'DSP\\UIT North',
        fixBy: '2021-11-14',
      },
      { reference: '4712', title: 'Label is cut off', open: true, severity: 4, phase: 'DSP\\UIT North' },
      {
        reference: '4713',
        title: 'Order is lost',
        open: true,
        severity: 2,
        phase: 'DSP\\UIT North',
        fixBy: '2021-11-16',
      },
    ]);
  });

  it('come from ALM, whose severities count the other way', async () => {
    const rows = [
      ['Defect ID', 'Summary', 'Severity', 'Status', 'Detected in Cycle', 'Target Fix Date'],
      ['12', 'Meter is silent', '5-Urgent', 'Open', 'SIT 2', '4-Nov-21'],
      ['13', 'Text is cut', '2-Medium', 'Fixed', 'SIT 2', ''],
      ['14', 'Colour', '1-Low', 'Closed', 'SIT 2', ''],
      ['15', 'Slow', '4-Very High', 'New', 'SIT 2', ''],
      ['16', 'Late', '3-High', 'Reopen', 'SIT 2', ''],
    ];
    const sheet = rows.map((cells, index) => textRow(index + 1, ...cells)).join('');
    const read = await readBytes(
      'issues',
      'alm.xlsx',
      await makeWorkbook({ sheets: [{ name: 'Defects', rows: sheet }] }),
    );
    expect(read.rows.map(({ severity }) => severity)).toEqual([1, 4, 5, 2, 3]);
    expect(read.rows[0]).toEqual({
      reference: '12',
      title: 'Meter is silent',
      severity: 1,
      open: true,
      phase: 'SIT 2',
      fixBy: '2021-11-04',
    });
    expect(read.output.notes).toContain(
      'The severities count from 5, the gravest, to 1, as ALM does; they were turned round, so that 1 is the gravest.',
    );
  });

  it('of a phase that the user names all get it', async () => {
    const { rows } = await readPasted('issues', 'Key\tSeverity\nA-1\tSev 2\nA-2\tP1', { defaults: { phase: 'UIT' } });
    expect(rows).toEqual([
      { phase: 'UIT', reference: 'A-1', severity: 2 },
      { phase: 'UIT', reference: 'A-2', severity: 1 },
    ]);
  });
});

describe('scope, criteria and views', () => {
  it('take the RID’s scope table from below its title', async () => {
    const { rows, output } = await readFixture('scope', 'rid-scope.csv');
    expect(output).toMatchObject({ headerRow: 4, delimiter: ';', rows: 4, good: 3 });
    expect(rows).toEqual([
      {
        reference: 'SECMP0062',
        part: '2',
        title: 'Northbound Application Traffic',
        impacts: ['dccSystems', 'users'],
        status: 'approved',
        approvedOn: '2021-03-26',
        implementationDate: '2021-11-04',
      },
      {
        reference: 'MP102A',
        title: 'Power outage alerts',
        impacts: ['dccSystems', 'userSystems'],
        status: 'targeted',
        implementationDate: '2021-11-04',
      },
      { reference: 'MP150', title: 'Housekeeping', impacts: ['secDocuments'], status: 'withdrawn' },
    ]);
    expect(output.problems).toEqual([
      {
        row: 8,
        column: 'Impacts',
        sentence:
          'Impacts “Moon base” is not a word this import knows here; write DCC Systems, User Systems, Users, SEC documents, GBCS, SMETS or CHTS, or say what it stands for.',
      },
      {
        row: 8,
        column: 'Approval date',
        sentence:
          '“31/02/2021” is not a day between 1900 and 2199 (read as day first, then month); write it as 4 November 2021 or 2021-11-04.',
      },
    ]);
  });

  it('take the criteria with their bodies', async () => {
    const { rows } = await readFixture('criteria', 'rid-criteria.csv');
    expect(rows).toEqual([
      {
        reference: 'AC-01',
        text: 'All SIT exit criteria are met',
        ridClause: '7.1',
        owner: 'DCC',
        bodies: ['TAG', 'OPSG'],
        due: '2021-10-01',
        family: 'Testing',
        selfStatus: 'inProgress',
      },
      {
        reference: 'AC-02',
        text: 'Service desk is ready',
        ridClause: '7.2',
        owner: 'DCC',
        bodies: ['OPSG'],
        due: '2021-10-08',
        family: 'Service',
        selfStatus: 'notSubmitted',
      },
      {
        reference: 'AC-03',
        text: 'Documents are published',
        ridClause: '7.3',
        owner: 'SECAS',
        bodies: [],
        family: 'Documents',
        selfStatus: 'met',
      },
    ]);
  });

  it('take views from minutes pasted as a Markdown table', async () => {
    const { readFileSync } = await import('node:fs');
    const { fixtureFile } = await import('./support.ts');
    const { rows, output } = await readPasted('views', readFileSync(fixtureFile('minutes.md'), 'utf8'));
    expect(output).toMatchObject({ format: 'pasted', headerRow: 3 });
    expect(rows).toEqual([
      {
        body: 'TAG',
        criterion: 'AC-01',
        position: 'supportsWithConditions',
        wording: 'Subject to the | retest\nof DCC-101',
        on: '2021-10-06',
        meeting: 'TAG 42',
        paper: 'TAG_42_0610',
      },
      { body: 'OPSG', criterion: 'AC-02', position: 'noView', on: '2021-10-07', meeting: 'OPSG 48' },
    ]);
  });
});
