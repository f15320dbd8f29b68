import { describe, expect, it } from 'vitest';
import { readBytes, readPasted } from './support.ts';

describe('two rows for one record', () => {
  it('are one too many, whatever the case of their letters: the later is refused and names the earlier', async () => {
    const { rows, output } = await readPasted('issues', 'Key\tTitle\nA-1\tOne\na-1\tTwo\nA-2\tThree');
    expect(rows.map(({ title }) => title)).toEqual(['One', 'Three']);
    expect(output.problems).toEqual([
      { row: 3, column: 'Key', sentence: 'Row 2 already holds the issue “a-1”; delete one of the two rows.' },
    ]);
  });

  it('are two views where a body spoke on two days', async () => {
    const table =
      'Body\tCriterion\tView\tDate\nTAG\tAC-1\tDeferred\t1 May 2026\nTAG\tAC-1\tSupports\t8 May 2026\nTAG\tAC-1\tAgainst\t8 May 2026';
    const { rows, output } = await readPasted('views', table);
    expect(rows).toHaveLength(2);
    expect(output.problems[0]?.sentence).toBe(
      'Row 3 already holds the view “TAG AC-1 2026-05-08”; delete one of the two rows.',
    );
  });
});

describe('test results as a table', () => {
  it('have a row per phase', async () => {
    const { rows, output } = await readPasted(
      'results',
      'Phase,Region,Planned,Run,Passed,Failed,Not run\nSIT,North,"1,200",1100,1090,10,100\nSIT,North,1,1,1,0,0\nUIT,,10,11,11,0,0\nPIT,,10,10,9,2,0',
    );
    expect(rows).toEqual([
      { name: 'SIT', region: 'North', planned: 1200, run: 1100, passed: 1090, failed: 10, notRun: 100 },
    ]);
    expect(output.problems.map(({ row, sentence }) => `${row}: ${sentence}`)).toEqual([
      '3: Row 2 already holds the phase “SIT North”; delete one of the two rows.',
      '4: 11 tests run are more than the 10 planned; correct one of the two.',
      '5: 9 passed and 2 failed are more than the 10 run; correct one of the three.',
    ]);
  });

  it('or a row per test, which are counted into phases; one that is short of rows is not taken', async () => {
    const table =
      'Test case,Result,Phase\nT1,Pass,SIT\nT2,FAILED,SIT\nT3,Blocked,SIT\nT1,Pass,UIT\nT4,exploded,UIT\nT1,Fail,PIT\nT1,Fail,PIT';
    const { rows, output } = await readPasted('results', table);
    expect(rows).toEqual([
      { name: 'SIT', planned: 3, run: 2, passed: 1, failed: 1, notRun: 1 },
      { name: 'PIT', planned: 2, run: 2, passed: 0, failed: 2, notRun: 0 },
    ]);
    expect(output.problems.map(({ row, sentence }) => `${row}: ${sentence}`)).toEqual([
      '6: Outcome “exploded” is not a word this import knows here; write passed, failed or not run, or say what it stands for.',
      '5: The phase “UIT” is not taken, for row 6 of it cannot be read and its counts would be short; mend the file, or say how it is to be read.',
    ]);
    expect(output.questions.map(({ word }) => word)).toEqual(['exploded']);
    expect(output.notes).toEqual([
      'In the phase “PIT” 1 test stands in more than one row; each row was counted as a run of its own.',
    ]);
  });
});

describe('columns', () => {
  it('are chosen by the user where the guess is wrong', async () => {
    const { rows, output } = await readPasted('issues', 'Foo\tBar\tBaz\nA\tB\t3', {
      mapping: { Bar: 'reference', Baz: 'severity' },
    });
    expect(rows).toEqual([{ reference: 'B', severity: 3 }]);
    expect(output.columns).toEqual([
      { name: 'Foo', samples: ['A'], field: null },
      { name: 'Bar', samples: ['B'], field: 'reference' },
      { name: 'Baz', samples: ['3'], field: 'severity' },
    ]);
  });

  it('of one name, or of none, are told apart', async () => {
    const { output } = await readPasted('issues', 'Key\tComponent\tComponent\t\tStatus\nA-1\ta\tb\tc\tOpen');
    expect(output.columns.map(({ name }) => name)).toEqual(['Key', 'Component', 'Component (2)', 'Column 4', 'Status']);
  });

  it('stand in the first row of the widest, where no heading is known and a value looks like one', async () => {
    const { output } = await readPasted('issues', 'Ticket\tLage\nA-1\tOpen');
    expect(output).toMatchObject({ headerRow: 1, rows: 1 });
  });

  it('that nobody recognises are one problem, and every row waits for the choice', async () => {
    const { output, rows } = await readPasted('issues', 'Foo\tBar\n1\t2\n3\t4');
    expect(rows).toEqual([]);
    expect(output).toMatchObject({ rows: 2, good: 0, problemCount: 1 });
    expect(output.problems).toEqual([
      { row: 0, column: '', sentence: 'No column gives the issue; choose the column that does.' },
    ]);
  });

  it('that lack the phase name the field that gives it to every row', async () => {
    const { output } = await readPasted('results', 'Test\tOutcome\nT-1\tpassed');
    expect(output.problems[0]).toMatchObject({
      row: 0,
      sentence:
        'No column gives the phase; choose the column that does, or type the phase in the field Test phase (--phase in a terminal).',
    });
  });

  it('leave a field alone where the cell is blank, and refuse a row without its name', async () => {
    const { rows, output } = await readPasted('issues', 'Key\tTitle\tSeverity\nA-1\t\t\n\tno key\t2');
    expect(rows).toEqual([{ reference: 'A-1' }]);
    expect(output.problems).toEqual([
      { row: 3, column: 'Key', sentence: 'The row names no issue: its cell is blank; fill it in, or delete the row.' },
    ]);
  });
});

it('a view of two bodies is a row for each, and a body may have an “and” in its name', async () => {
  const text =
    'Body;Criterion;Position\nTAG and OPSG;AC-01;Supports\nTAG/the CSC;AC-01;Supports\nRisk and Audit Board;AC-01;Supports\n';
  const { rows, output } = await readBytes('views', 'a.csv', text);
  expect(rows).toMatchObject([{ body: 'Risk and Audit Board' }]);
  expect(output.problems.map(({ row, sentence }) => [row, sentence])).toEqual([
    [2, '“TAG and OPSG” names 2 bodies, and this row is one body’s; write a row for each.'],
    [3, '“TAG/the CSC” names 2 bodies, and this row is one body’s; write a row for each.'],
  ]);
});
