import { describe, expect, it } from 'vitest';
import { readBytes, readFixture, readPasted, refusalOf } from './support.ts';

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;

describe('JUnit XML becomes one test phase', () => {
  it.each([
    ['surefire.xml', 'uk.example.dsp.ServiceRequestTest', 6, 5, 3, 2, 1],
    ['pytest.xml', 'pytest tests', 4, 3, 1, 2, 1],
    ['jest.xml', 'Portal regression', 5, 4, 3, 1, 1],
    ['gotestsum.xml', 'gotestsum', 4, 3, 2, 1, 1],
    ['robot-xunit.xml', 'User Entry', 3, 2, 1, 1, 1],
  ])(
    '%s: %s with %i planned, %i run, %i passed, %i failed, %i not run',
    async (file, name, planned, run, passed, failed, notRun) => {
      const { rows, output } = await readFixture('results', file);
      expect(rows).toEqual([{ name, planned, run, passed, failed, notRun }]);
      expect(output).toMatchObject({
        format: 'results',
        formatName: 'JUnit XML',
        headerRow: null,
        rows: 1,
        good: 1,
        problemCount: 0,
      });
    },
  );

  it('takes the phase and the region from what the user says of the file', async () => {
    const { rows } = await readFixture('results', 'jest.xml', { defaults: { name: 'UIT', region: 'North' } });
    expect(rows[0]).toMatchObject({ name: 'UIT', region: 'North', planned: 5 });
  });

  it('counts a test that fails and errs once, and a flaky one that passed in the end as passed', async () => {
    const body =
      '<testsuite name="A"><testcase name="a"><failure/><error/></testcase><testcase name="b"><flakyError/><rerunFailure/></testcase></testsuite>';
    expect((await readPasted('results', xml(body))).rows[0]).toMatchObject({ failed: 1, passed: 1, planned: 2 });
  });

  it('reads status attributes of tests that were not run', async () => {
    const body =
      '<testsuites><testsuite name="G"><testcase name="a" status="notrun"/><testcase name="b" status="run" result="completed"/><testcase name="c" result="suppressed"/></testsuite></testsuites>';
    expect((await readPasted('results', xml(body))).rows[0]).toMatchObject({ name: 'G', passed: 1, notRun: 2 });
  });

  it('uses a suite’s own counts where it lists no test, beside suites that do', async () => {
    const body =
      '<testsuites><testsuite name="A" tests="10" failures="2" errors="1" skipped="3"/><testsuite name="B"><testcase name="a"/></testsuite></testsuites>';
    const { rows, output } = await readPasted('results', xml(body), { name: 'run 7.xml' });
    expect(rows[0]).toMatchObject({ name: 'run 7', planned: 11, run: 8, passed: 5, failed: 3, notRun: 3 });
    expect(output.notes).toEqual(['2 suites were counted into one phase.']);
  });

  it('asks which number is meant where a suite lists other tests than it says', async () => {
    const body = xml('<testsuite name="A" tests="5" failures="2"><testcase name="a"/><testcase name="b"/></testsuite>');
    const { rows, output } = await readPasted('results', body);
    expect(rows[0]).toMatchObject({ planned: 2 });
    expect(output.questions).toEqual([
      {
        about: 'partialLists',
        word: null,
        field: null,
        sentence:
          'The suite “A” says that it holds 5 tests and lists 2; say whether the tests listed or the numbers stated count.',
      },
    ]);
    const listed = await readPasted('results', body, { partialLists: 'listed' });
    expect([listed.rows[0], listed.output.questions]).toMatchObject([{ planned: 2, passed: 2 }, []]);
    const stated = await readPasted('results', body, { partialLists: 'stated' });
    expect([stated.rows[0], stated.output.questions]).toMatchObject([{ planned: 5, passed: 3, failed: 2 }, []]);
  });

  it('does without any attribute at all', async () => {
    const body =
      '<testsuites><testsuite><testcase/><testcase><failure/></testcase><testcase/></testsuite></testsuites>';
    const { rows } = await readBytes('results', 'UIT West.xml', xml(body));
    expect(rows[0]).toEqual({ name: 'UIT West', planned: 3, run: 3, passed: 2, failed: 1, notRun: 0 });
  });

  it('reads suites nested in suites, in UTF-16 as well', async () => {
    const deep = '<testsuite name="x" tests="1"><testcase name="t"/>'.repeat(20) + '</testsuite>'.repeat(20);
    const { rows, output } = await readBytes(
      'results',
      'a.xml',
      Buffer.from(`\ufeff<testsuites>${deep}</testsuites>`, 'utf16le'),
    );
    expect(rows[0]).toMatchObject({ planned: 20, passed: 20 });
    expect(output.encoding).toBe('UTF-16 LE');
  });
});

describe('hostile or broken XML is refused with one sentence', () => {
  const bomb =
    '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><testsuite><testcase name="&lol2;"/></testsuite>';
  it.each([
    [
      'a DTD with an entity bomb',
      bomb,
      '“r.xml” defines XML entities of its own, which this app never expands; export it without them.',
    ],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite name="&x;"><testcase/></testsuite>',
      '“r.xml” defines XML entities of its own, which this app never expands; export it without them.',
    ],
    [
      'an entity that nobody declared',
      '<testsuite name="&x;"><testcase/></testsuite>',
      '“r.xml” uses XML entities of its own, which this app never expands; export it without them.',
    ],
    [
      'deep nesting',
      `${'<testsuite>'.repeat(70)}<testcase/>${'</testsuite>'.repeat(70)}`,
      '“r.xml” nests its XML deeper than 64 levels; it cannot be a table or a test result.',
    ],
    [
      'a file that ends in the middle',
      '<testsuites><testsuite><testcase name="a"/>',
      '“r.xml” ends in the middle: it is cut short or damaged. Copy or export it again.',
    ],
    [
      'a file that ends within a tag',
      '<testsuites><testsuite><testcase na',
      '“r.xml” ends in the middle: it is cut short or damaged. Copy or export it again.',
    ],
    [
      'tags that do not match',
      '<testsuite><testcase></testsuite></testcase>',
      '“r.xml” is not well-formed XML (unexpected close tag); export it again.',
    ],
    [
      'no test at all',
      '<testsuites/>',
      '“r.xml” holds no test: it lists none and counts none. Run the tests again, or choose another file.',
    ],
    [
      'another root',
      '<report><testcase/></report>',
      '“r.xml” is XML, but no test result that this import knows: it begins with <report>; export it as JUnit XML.',
    ],
    [
      'Robot’s own output',
      '<robot generator="Robot 7"/>',
      '“r.xml” is Robot Framework’s own output; run it with --xunit and import that file.',
    ],
  ])('%s', async (_, body, sentence) => {
    expect(await refusalOf('results', 'r.xml', xml(body))).toBe(sentence);
  });

  it('says that issues do not come as XML', async () => {
    expect(await refusalOf('issues', 'r.xml', xml('<testsuite/>'))).toBe(
      '“r.xml” is an XML file; issues are read from CSV files and spreadsheets. Save it as .xlsx or CSV in the program that wrote it.',
    );
  });
});
