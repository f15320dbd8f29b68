import { describe, expect, it } from 'vitest';
import { publicEdition } from '../../shared/domain/pack/editions/publicEdition.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

const publicOf = (input: FactsInput) =>
  publicEdition(packSnapshotOf(factsWith(input), '2026-05-01', { edition: 'public' }));

/** A release on which somebody has signed, with one text of its own. */
const signedBy = (by: string, text: string): FactsInput => ({
  submissions: [{ on: '2026-04-01', signedOff: [{ organisation: 'DCC', by, on: '2026-04-01' }] }],
  criteria: [{ reference: 'AC-01', text, owner: 'DCC', selfStatus: 'met', bodies: ['TAG'] }],
});
const shownText = (by: string, text: string) => publicOf(signedBy(by, text)).facts.criteria[0]?.text;

describe('persons in public', () => {
  it.each([
    ['Zoë Łukasiewicz', 'zoe lukasiewicz has it.', '[DCC] has it.'],
    ['Zoë Łukasiewicz', 'ZOE  LUKASIEWICZ has it.', '[DCC] has it.'],
    ['Zoe\u0308 Łukasiewicz', 'Zoë\u00a0Łukasiewicz has it.', '[DCC] has it.'],
    ['Ada Byron', 'Ask Dr. Ada Byron.', 'Ask [DCC].'],
    ['Dr Ada Byron (DCC)', 'Ask Ada Byron now.', 'Ask [DCC] now.'],
    ['Ada Byron', 'As (Ada) Byron said.', 'As ([DCC] said.'],
    ['Ada Byron', 'Byron, Ada agreed.', '[DCC] agreed.'],
    ['Ada Byron', 'A. Byron agreed; A Byron too.', '[DCC] agreed; [DCC] too.'],
    ['Ada Byron', 'Agreed by A.B. today.', 'Agreed by [DCC] today.'],
    ['Ada Byron', 'Agreed (AB).', 'Agreed ([DCC]).'],
    ['Ada Byron', 'Ms Byron will tell.', '[DCC] will tell.'],
    ['Ada Byron', 'Byron will tell.', '[DCC] will tell.'],
    ['Ada Byron', 'Write to ada.byron@example.org.', 'Write to [an e-mail address].'],
    ['Anne-Marie O’Neil', 'anne marie oneil knows.', '[DCC] knows.'],
    ['Gina Signer', 'Ask gina_signer or gina-signer@x.', 'Ask [DCC] or [DCC]@x.'],
    ['Gina Signer', 'See exit_Gina_Signer_v2.pdf and GinaSigner2.docx.', 'See exit_[DCC]_v2.pdf and [DCC]2.docx.'],
    ['Ada Byron', 'At https://x.example/ada%20byron/ and /ada+byron.', 'At https://x.example/[DCC]/ and /[DCC].'],
    ['Ada Byron', 'By a_byron, abyron and adabyron2026.', 'By [DCC], [DCC] and [DCC]2026.'],
    ['Ada Byron', 'In report_byron_v2.pdf, by Byron2026.', 'In report_[DCC]_v2.pdf, by [DCC]2026.'],
    ['Ada Byron', 'Ada\u200bByron and By\u00adron agreed.', '[DCC] and [DCC] agreed.'],
    ['Bo Li', 'Li agreed, as did Bo. The LI is a unit.', '[DCC] agreed, as did [DCC]. The LI is a unit.'],
    ['Piet van der Berg', 'Van der Berg leaves; ask van der Berg.', '[DCC] leaves; ask [DCC].'],
    ['Piet van der Berg', 'P. van der Berg and Berg; der Plan steht.', '[DCC] and [DCC]; der Plan steht.'],
    ['Al Green', 'Al agreed.', '[DCC] agreed.'],
    ['Ada Byron', 'The Byronic abstract stays, as does a byte.', 'The Byronic abstract stays, as does a byte.'],
  ])('are found as they are written: %s in “%s”', (by, text, wanted) => {
    expect(shownText(by, text)).toBe(wanted);
  });

  it.each([
    // Of a word that is something else as well: the person …
    ['June Carter', 'June Carter agreed in June 2026.', '[DCC] agreed in June 2026.'],
    ['June Carter', 'June agreed; so did june carter.', '[DCC] agreed; so did [DCC].'],
    ['June Carter', 'Agreed by Carter, June 2026.', 'Agreed by [DCC], June 2026.'],
    ['June Carter', 'On 24 June Carter agreed.', 'On 24 June [DCC] agreed.'],
    ['June Carter', 'As June said, and June’s paper shows.', 'As [DCC] said, and [DCC]’s paper shows.'],
    ['Theresa May', 'May agreed on 3 May 2026.', '[DCC] agreed on 3 May 2026.'],
    ['Theresa May', 'Ask May. 3 issues are open.', 'Ask [DCC]. 3 issues are open.'],
    ['Theresa May', 'May will tell; Ms May knows.', '[DCC] will tell; [DCC] knows.'],
    ['Theresa May', 'Agreed with T. May, TM.', 'Agreed with [DCC], [DCC].'],
    ['Mark Reading', 'Mark agreed. Mark has the report.', '[DCC] agreed. [DCC] has the report.'],
    ['Mark Reading', 'Mark to confirm; ask Mark.', '[DCC] to confirm; ask [DCC].'],
    ['Mark Reading', 'Mark (DCC) said so. Mark, please. Mark', '[DCC] (DCC) said so. [DCC], please. [DCC]'],
    ['Mark Reading', 'Mark already knew; Mark DCC too.', '[DCC] already knew; [DCC] DCC too.'],
    ['Mark Reading', 'Mark send it. Mark over to you.', '[DCC] send it. [DCC] over to you.'],
    ['Mark Reading', 'Mark 07700 900123; Mark 3 May: agreed', '[DCC] [a phone number]; [DCC] 3 May: agreed'],
    ['Mark Reading', 'MARK AGREED. See mark_reading.pdf.', '[DCC] AGREED. See [DCC].pdf.'],
    ['Mark Reading', 'Reading says so, as does M. Reading.', '[DCC] says so, as does [DCC].'],
    [
      'Will Grant',
      'Will has it. Will Grant knows, and so does Grant.',
      '[DCC] has it. [DCC] knows, and so does [DCC].',
    ],
    ['Will Grant', 'Will possibly knows.', '[DCC] possibly knows.'],
    ['Adam Ward', 'A. Ward and A Ward agreed.', '[DCC] and [DCC] agreed.'],
    // … and the word.
    ['June Carter', 'Last moment to stop: 24 June, 18:00.', null],
    ['June Carter', 'The 24th of June; June 24; June ’26; June/July; 2-June-2026; June2026.', null],
    ['June Carter', 'June to August, in June, mid-June, the June release and June SEC Release.', null],
    ['Theresa May', 'SIT ended on 2 April 2026, and the May review agreed.', null],
    ['Theresa May', 'TAG 99, 13 May 2026', null],
    ['Theresa May', 'May delay the release. May possibly need a fix. May not be met. May be late.', null],
    ['Theresa May', 'May Users see it? May I ask? It may fail.', null],
    ['Mark Reading', 'Mark the report. Mark each item; mark it. Mark 3 items.', null],
    ['Mark Reading', '- Mark as done\n- Reading the report shows it.', null],
    ['Mark Reading', 'MARK THE REPORT', null],
    ['Will Grant', 'It will grant access. Will the DCC be ready? Will need a fix.', null],
    ['Will Grant', 'Grant access to Users. A grant was made.', null],
    ['Grace Green', 'Grace period. Green status, green light.', null],
    ['Adam Ward', 'The award came; across a ward.', null],
    ['Anna Smith', 'DONE AS PLANNED', null],
  ])('are told from what the words are else: %s in “%s”', (by, text, wanted) => {
    expect(shownText(by, text)).toBe(wanted ?? text);
  });

  const names = [
    ...['Ada Byron', 'Zoe Quill', 'June Carter', 'Theresa May', 'Mark Reading', 'Will Grant', 'Grace Green'],
    ...['Rose Hill', 'April Summers', 'Bill Price', 'Augusta March', 'Dean Woods', 'Frank Power', 'Art Field'],
  ];
  const joints = [
    ' ',
    '  ',
    '\n',
    '_',
    '-',
    '.',
    '. ',
    ', ',
    '/',
    '+',
    '~',
    '|',
    ':',
    '=',
    '%20',
    '__',
    '\u00a0',
    '\u2011',
    '',
  ];
  const written = (given: string, surname: string): readonly string[] => [
    ...joints.flatMap((joint) => [`Asked ${given}${joint}${surname} today`, `EV_${given}${joint}${surname}_v2.pdf`]),
    ...joints.filter((joint) => /^\S+$/.test(joint)).map((joint) => `at x/${given}${joint}${surname}`.toLowerCase()),
    ...[given, surname].flatMap((name) => [
      ...[
        'agreed',
        'has it',
        'agrees',
        'will tell',
        'said so',
        'also agreed',
        'to confirm',
        'is away',
        '(DCC) knows',
      ].map((rest) => `${name} ${rest}.`),
      ...['Asked', 'Ms', 'With', 'Approved by', 'It is for'].map((lead) => `${lead} ${name}.`),
      `${name}’s view stands; so does ${name}.`,
      `“${name}”`,
      name,
    ]),
    `${surname}, ${given}`,
    `${given.charAt(0)}. ${surname}, ${given.charAt(0)}_${surname}`,
    `${given} ${surname}`.toUpperCase(),
  ];
  it.each(names)('never come out, however %s is written', (name) => {
    const [given = '', surname = ''] = name.split(' ');
    const left = written(given, surname).filter((text) => {
      const shown = shownText(name, text) ?? '';
      const isSmall = text === text.toLowerCase();
      return [given, surname].some((one) => shown.includes(one) || (isSmall && shown.includes(one.toLowerCase())));
    });
    expect(left).toEqual([]);
  });

  const months = ['January', 'March', 'April', 'May', 'June', 'July', 'August', 'December'];
  it.each(months)('are not met in a day of %s', (month) => {
    const days = [
      `24 ${month} 2026`,
      `${month} 2026`,
      `by 3rd of ${month}, 18:00`,
      `${month} 24`,
      `the ${month} release`,
    ];
    const text = [...days, `in ${month}`, `${month} 2026 SEC Release`, `mid-${month}`].join('; ');
    for (const by of [`${month} Lovell`, `Ada ${month}`, month]) expect(shownText(by, text)).toBe(text);
  });

  it('leave the release its own name, in every place, and say of nothing that it was left out', () => {
    const release = { name: 'June 2026 SEC Release', ifNotGo: { lastMomentToStop: '24 June, 18:00' } };
    const facts = { ...signedBy('June Carter', 'The June 2026 SEC Release is ready.'), release } as FactsInput;
    const shown = publicOf(facts);
    expect(shown.facts.release.name).toBe(release.name);
    expect(shown.facts.release.ifNotGo.lastMomentToStop).toBe('24 June, 18:00');
    expect(shown.facts.criteria[0]?.text).toBe('The June 2026 SEC Release is ready.');
    expect(shown.identity.leftOut?.map(({ record }) => record)).toEqual(['submission:2026-04-01']);
    expect(shown.readiness.release).toBe(release.name);
  });

  it('leave a release that is called by an ordinary word its name, but by a person’s none', () => {
    const called = (name: string, by: string) =>
      publicOf({ ...signedBy(by, `See the ${name}.`), release: { name } }).facts;
    expect(called('Project Grace', 'Grace Lovell').release.name).toBe('Project Grace');
    expect(called('Project Grace', 'Grace Lovell').criteria[0]?.text).toBe('See the Project Grace.');
    expect(called('Grace', 'Grace Lovell').criteria[0]?.text).toBe('See the [DCC].');
    expect(called('Release of Ada Byron', 'Ada Byron').release.name).toBe('Release of [DCC]');
  });

  it.each([
    'Operations',
    'DCC Service Delivery',
    'OPSG chair',
    'Head of Testing',
    'SECAS',
    'the Operations Group',
    'Panel',
  ])('are not what a part, a group or an organisation is called by: %s', (by) => {
    const text = `${by} readiness is confirmed by ${by}.`;
    const { facts, identity } = publicOf(signedBy(by, text));
    expect(facts.submissions[0]?.signedOff?.[0]?.by).toBe(by);
    expect(facts.criteria[0]?.text).toBe(text);
    expect(identity.leftOut).toEqual([]);
  });

  it('lists every replacement, which stands in brackets', () => {
    const { identity } = publicOf(signedBy('Ada Byron', 'Ada Byron, and again A. Byron.'));
    expect(identity.leftOut).toEqual([
      { record: 'criterion:AC-01', what: '2 names in its text; “[DCC]” stands there.', why: expect.any(String) },
      {
        record: 'submission:2026-04-01',
        what: expect.stringContaining('“[DCC]” stands for it'),
        why: expect.any(String),
      },
    ]);
  });

  it('are counted in the field that names them, not in another by its name, and apart from what names nobody', () => {
    const { identity } = publicOf({
      ...signedBy('Piet van der Berg', 'Users ready'),
      release: { policies: [{ name: 'Policy of Piet van der Berg', version: '1' }] } as never,
      criteria: [
        {
          reference: 'AC-01',
          text: 'Users ready',
          rationale: 'Ask a.b@c.example on 07700 900123 or +44 20 7946 0018.',
          opinion: { by: 'DCC', status: 'met', on: '2026-04-01', text: 'I, Piet, agree' },
        },
      ],
    });
    expect(identity.leftOut?.map(({ record, what }) => [record, what])).toEqual([
      ['release', '1 name in the name of its policies; “[DCC]” stands there.'],
      ['criterion:AC-01', '1 e-mail address in its rationale; “[an e-mail address]” stands there.'],
      ['criterion:AC-01', '2 phone numbers in its rationale; “[a phone number]” stands there.'],
      ['criterion:AC-01', '1 name in the text of its opinion; “[DCC]” stands there.'],
      ['submission:2026-04-01', expect.stringContaining('“[DCC]” stands for it')],
    ]);
  });

  it('are not taken for the provider of evidence without a word: it may be an organisation', () => {
    const { facts, identity } = publicOf({ evidence: [{ reference: 'EV-1', title: 'Audit', provider: 'PwC' }] });
    expect(facts.evidence[0]?.provider).toBe('[a named provider]');
    expect(identity.leftOut).toContainEqual({
      record: 'evidence:EV-1@1',
      what: 'The name of who provided it; “[a named provider]” stands for it.',
      why: 'It may be a person’s. Persons are not named in public.',
    });
  });

  it('are not named in a field for a body either, and a body is', () => {
    const views = [
      { body: 'SMKI PMA', criterion: 'AC-01' },
      { body: 'Ada Byron', criterion: 'AC-01' },
    ];
    const { facts } = publicOf({ ...signedBy('DCC', 'It works.'), views });
    expect(facts.views.map((one) => one.body).sort()).toEqual(['SMKI PMA', '[a named person]']);
  });
});

describe('Parties in public', () => {
  it('are found in every text, one of two letters only as it is written', () => {
    const { facts, readiness } = publicOf({
      ...signedBy('DCC', 'EE asked, and so did SO; we see so much.'),
      rid: {
        versions: [{ version: '1.0', issuedOn: '2026-01-01' }],
        comments: ['EE', 'SO'].map((party) => ({ party, on: '2026-02-02', comment: 'Why?' })),
      },
    });
    expect(facts.criteria[0]?.text).toBe('[a Party] asked, and so did [a Party]; we see so much.');
    const told = readiness.findings.filter((one) => one.rule === 'rid.comments-answered');
    expect(told.length).toBe(2);
    expect(told.every((one) => !/\b(EE|SO)\b/.test(JSON.stringify(one)))).toBe(true);
  });
});
