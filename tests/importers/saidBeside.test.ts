import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { readPasted, readSource } from './support.ts';
import { makeWorkbook, zipOf } from './workbook.ts';

/** What a file says beside what is counted or taken from it: it stands in a note, or nobody would know. */

const notesOf = async (xml: string) => (await readPasted('results', xml, { name: 'run.xml' })).output.notes;
const junit = (attributes: string, inside: string) =>
  notesOf(`<testsuites><testsuite name="a" ${attributes}>${inside}</testsuite></testsuites>`);
const tests = '<testcase classname="x" name="t1"/><testcase classname="x" name="t2"/>';

describe('what failed and is no test', () => {
  const outside = ['Failed outside of any test, so that no test stands for it: “a”.'];
  const unlisted = [
    'More tests are said to have failed than are listed as failed, and the listed ones were counted: “a”.',
  ];

  it('is told of a suite of JUnit XML', async () => {
    expect(await junit('tests="2" errors="1"', `${tests}<error message="teardown"/>`)).toEqual(outside);
    expect(await junit('tests="2" failures="1"', tests)).toEqual(unlisted);
    expect(await junit('tests="2" failures="0"', tests)).toEqual([]);
  });

  it('is nothing where the failures are those of tests, or of a test that comes twice', async () => {
    expect(await junit('tests="1" failures="1"', '<testcase name="t"><failure/></testcase>')).toEqual([]);
    const twice = '<testcase name="t"><failure/></testcase><testcase name="t"><error/></testcase>';
    expect(await junit('tests="1" failures="1" errors="1"', twice)).toEqual([]);
  });

  const trx = 'xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"';
  const inTrx = (outcome: string, summary: string, infos = '') =>
    `<TestRun ${trx}><Results><UnitTestResult outcome="${outcome}"/></Results><ResultSummary outcome="${summary}"><RunInfos>${infos}</RunInfos></ResultSummary></TestRun>`;
  const inNunit = (site: string) =>
    `<test-run total="1"><test-suite result="Failed" site="${site}"><test-case result="Passed"/></test-suite></test-run>`;
  const inTestNg = (status: string) =>
    `<testng-results total="1"><test-method is-config="true" status="${status}"/><test-method status="PASS"/></testng-results>`;
  const inXunit = (errors: string) =>
    `<assemblies><assembly name="a" total="1"><errors>${errors}</errors><collection><test result="Pass"/></collection></assembly></assemblies>`;
  const inNunit2 = (test: string) =>
    `<test-results total="1"><test-suite result="Error"><results><test-case result="${test}"/></results></test-suite></test-results>`;

  it.each([
    ['of the run, in TRX', inTrx('Passed', 'Failed'), 1],
    ['of the host, in TRX', inTrx('Failed', 'Failed', '<RunInfo outcome="Error"/><RunInfo outcome="Error"/>'), 2],
    ['of a test alone, in TRX', inTrx('Failed', 'Failed'), 0],
    ['of nothing, in TRX', inTrx('Passed', 'Completed', '<RunInfo outcome="Warning"/>'), 0],
    ['of a tear-down, in NUnit 3', inNunit('TearDown'), 1],
    ['of a child, in NUnit 3', inNunit('Child'), 0],
    ['of a configuration, in TestNG', inTestNg('FAIL'), 1],
    ['of none, in TestNG', inTestNg('PASS'), 0],
    ['of an assembly, in xUnit.net', inXunit('<error type="fatal"/>'), 1],
    ['of none, in xUnit.net', inXunit(''), 0],
    ['of a fixture, in NUnit 2', inNunit2('Success'), 1],
    ['of its test, in NUnit 2', inNunit2('Error'), 0],
  ])('%s', async (_, xml, failures) => {
    const told = `“run.xml” tells of ${failures === 1 ? '1 failure' : `${failures} failures`} outside of any test; no test stands for that.`;
    expect((await notesOf(xml)).filter((note) => note.includes('outside'))).toEqual(failures === 0 ? [] : [told]);
  });
});

async function readMade(kind: 'criteria' | 'issues', name: string, content: Buffer) {
  const file = join(scratchFolder(), name);
  writeFileSync(file, content);
  return readSource(kind, { file }, name, {});
}

describe('a workbook', () => {
  const row = (number: number, cells: readonly string[], more = '') =>
    `<row r="${number}"${more}>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
  const list = (reference: string) => row(1, ['Reference', 'Title', 'Severity']) + row(2, [reference, 'Slow', '2']);

  it('with the same headings on two sheets is read from the first, which is no better than the other', async () => {
    const sheets = [
      { name: 'Jan', rows: list('I-1') },
      { name: 'Feb', rows: list('I-2') },
    ];
    const { output } = await readMade('issues', 'list.xlsx', await makeWorkbook({ sheets }));
    expect(output.notes).toContain(
      'Read from the sheet “Jan”, for it is the first of 2 whose headings fit alike; left aside: “Feb”.',
    );
  });

  it('says that rows were read which it hides', async () => {
    const hidden = row(3, ['I-2', 'Down', '1'], ' hidden="1"');
    const sheets = [{ name: 'List', rows: list('I-1') + hidden }];
    const { output, rows } = await readMade('issues', 'list.xlsx', await makeWorkbook({ sheets }));
    expect(rows).toHaveLength(2);
    expect(output.notes).toContain('1 row that is hidden in the workbook was read as well.');
    const shown = await makeWorkbook({ sheets: [{ name: 'List', rows: list('I-1') }] });
    expect((await readMade('issues', 'list.xlsx', shown)).output.notes).toEqual([]);
  });
});

describe('a Word document', () => {
  const word = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const cell = (inside: string) => `<w:tc><w:p>${inside}</w:p></w:tc>`;
  const read = async (second: string, properties = '') => {
    const table = `<w:tbl><w:tr>${cell(word('Reference'))}${cell(word('Criterion'))}</w:tr><w:tr>${properties}${cell(word('AC-1'))}${cell(second)}</w:tr></w:tbl>`;
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const document = `<w:document xmlns:w="${main}"><w:body>${table}</w:body></w:document>`;
    const { output, rows } = await readMade(
      'criteria',
      'rid.docx',
      await zipOf({ 'word/document.xml': document, 'word/styles.xml': `<w:styles xmlns:w="${main}"/>` }),
    );
    return { text: rows[0]?.text, notes: output.notes };
  };
  const tracked =
    'Tracked changes that nobody has accepted yet were read as if they were; accept or reject them first.';
  const hidden = 'Words that are hidden in the document were left out.';

  it.each([
    ['added words', `${word('No severity 1')}<w:ins>${word(' or 2')}</w:ins>`, '', 'No severity 1 or 2', [tracked]],
    ['deleted words', `${word('None')}<w:del><w:r><w:delText> at all</w:delText></w:r></w:del>`, '', 'None', [tracked]],
    ['an added row', word('None'), '<w:trPr><w:ins/></w:trPr>', 'None', [tracked]],
    ['hidden words', `${word('None')}<w:r><w:rPr><w:vanish/></w:rPr><w:t> yet</w:t></w:r>`, '', 'None', [hidden]],
    ['neither', word('None'), '', 'None', []],
  ])('with %s in a table says how they were read', async (_, second, properties, text, notes) => {
    expect(await read(second, properties)).toEqual({ text, notes });
  });
});

it('“None” under Position is no view of a body yet: whoever takes the table says what it means', async () => {
  const { output, rows } = await readPasted('views', 'Body,Criterion,Position\nTAG,AC-1,None\nTAG,AC-2,No view');
  expect(rows.map(({ position }) => position)).toEqual(['noView']);
  expect(output.questions.map(({ about, word, field }) => [about, word, field])).toEqual([
    ['word', 'None', 'position'],
  ]);
});
