import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../shared/domain/catalogue/entries.ts';
import { listKinds } from '../../shared/domain/catalogue/kinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import { textKinds } from '../../shared/domain/texts/textKinds.ts';
import { isWebAddress, linked, list, paragraph, piece } from '../../shared/domain/texts/textModel.ts';
import { toHtml } from '../../shared/domain/texts/toHtml.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';
import { november2021, november2021References } from '../fixtures/november2021.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

const contextOf = (facts: ReleaseFacts, asOf: string) => ruleContextOf(snapshotOf(facts, asOf));
const written = (kind: (typeof textKinds)[number], facts: ReleaseFacts, asOf = '2026-05-01') =>
  writeText(kind, contextOf(facts, asOf));
const plain = (kind: (typeof textKinds)[number], input: FactsInput, asOf = '2026-05-01') =>
  toPlain(written(kind, factsWith(input), asOf));

/** The words of an HTML page, each address behind the words that lead to it. */
function wordsOfHtml(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  return body
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, '$2 ($1)')
    .replace(/<li>/g, '- ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every word by which the facts name something in code: it never stands in what people read. */
const codeWords = new Set(
  (['release', ...listKinds] as const)
    .flatMap((kind) => entriesOf(kind).flatMap(({ facts, parts }) => [facts, ...parts.map((part) => part.facts)]))
    .flatMap(({ words }) => Object.keys(words ?? {}))
    .filter((word) => /[a-z][A-Z]/.test(word)),
);

describe.each(textKinds)('the text %s', (kind) => {
  it('says the same words in both forms, whatever the facts', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const text = writeText(kind, ruleContextOf(snapshot));
        expect(wordsOfHtml(toHtml(text))).toBe(toPlain(text).replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 60 },
    );
  });

  it('holds no date as a machine writes it and no word of the code', () => {
    const text = toPlain(written(kind, november2021(), '2021-10-01'));
    expect(text).not.toMatch(/\d{4}-\d{2}/);
    expect(codeWords.size).toBeGreaterThan(10);
    for (const word of codeWords) expect(text).not.toContain(word);
    expect(text).not.toMatch(/null|undefined|\[object/);
  });

  it('says of an empty release that nothing is recorded yet, and invents nothing', () => {
    const text = toPlain(written(kind, factsWith({ release: { slot: null, kind: null } })));
    expect(text).toMatch(/not recorded yet|is recorded yet/);
    expect(text).not.toMatch(/null|undefined|\d{4}-\d{2}| {2}/);
  });

  it('ends with what readers must know of the facts', () => {
    const text = plain(kind, { release: { about: 'Illustrative: invented for a demonstration.' } });
    expect(text.trim().endsWith('Illustrative: invented for a demonstration.')).toBe(true);
  });
});

describe('the release page', () => {
  it('names every modification in scope, and those that left apart from them', () => {
    const text = toPlain(written('release-page', november2021(), '2021-10-01'));
    const [scope = '', left = ''] = text.split('No longer in the scope of this release:');
    for (const reference of november2021References) expect(scope).toContain(`- ${reference}: `);
    expect(scope).not.toContain('MP129');
    expect(left).toContain('MP129: Allowing the use of CNSA variant');
    expect(text).toContain('Thursday 4 November 2021');
    expect(text).toContain('SECMP0007: Communication Services Provider system changes (the June 2022 SEC Release).');
  });

  it('leads to modifications, RID, TAD, specifications and testing information, and only by http or https', () => {
    const input: FactsInput = {
      release: { goLive: { approvedDate: '2026-06-25' } },
      modifications: [
        { reference: 'MP1', title: 'One', impacts: ['dccSystems', 'gbcs'], address: 'https://example.org/mp1' },
        { reference: 'MP2', title: 'Two', impacts: ['users'], address: 'javascript:alert(1)' },
      ],
      rid: {
        versions: [
          { version: '2.0', issuedOn: '2026-01-05', publishedOn: '2026-01-06', address: 'https://example.org/rid' },
        ],
      },
      tad: {
        versions: [
          {
            version: '1.1',
            issuedToTagOn: '2025-09-01',
            publishedOn: '2025-12-01',
            address: 'https://example.org/tad',
          },
        ],
      },
      publication: {
        technicalSpecificationsAddress: 'https://example.org/specifications',
        testingInformationAddress: 'https://example.org/testing',
      },
    };
    const html = toHtml(written('release-page', factsWith(input)));
    expect([...html.matchAll(/href="([^"]*)"/g)].map((found) => found[1])).toEqual([
      'https://example.org/mp1',
      'https://example.org/rid',
      'https://example.org/tad',
      'https://example.org/specifications',
      'https://example.org/testing',
    ]);
    expect(html).toContain('The web page of MP2 is not recorded yet.');
    expect(html).toContain('MP1 changes the GBCS (Schedule 8).');
    expect(html).toContain('version 2.0</a>, published on 6 January 2026.');
  });
});

describe('the User testing notice', () => {
  it('says what type, when and where to ask', () => {
    const text = plain('user-testing', {
      modifications: [{ reference: 'MP1', impacts: ['dccSystems'] }],
      testPhases: [{ name: 'UIT', plannedStart: '2026-03-02', plannedEnd: '2026-04-10' }],
      userTesting: { planned: true, from: '2026-03-02', to: '2026-04-10' },
      tad: { versions: [{ version: '1.1', publishedOn: '2025-12-01' }] },
      publication: { testingInformationAddress: 'https://example.org/testing' },
    });
    expect(text).toContain('User testing was to take place from 2 March 2026 to 10 April 2026.');
    expect(text).toContain('- UIT: planned from 2 March 2026 to 10 April 2026.');
    expect(text).toContain('Testing Approach Document (TAD), version 1.1, published on 1 December 2025');
    expect(text).toContain('https://example.org/testing');
  });
});

describe('the notification of approvals', () => {
  it('names what is approved and not notified yet, and nothing else', () => {
    const text = plain('approval', {
      modifications: [
        {
          reference: 'MP1',
          title: 'One',
          status: 'approved',
          approvedOn: '2026-04-01',
          implementationDate: '2026-06-25',
        },
        { reference: 'MP2', status: 'approved', approvedOn: '2026-02-01', approvalNotifiedOn: '2026-02-03' },
        { reference: 'MP3', status: 'targeted' },
      ],
    });
    expect(text).toContain('Approval of MP1 for the June 2026 SEC Release');
    expect(text).toContain('Approved on 1 April 2026.');
    expect(text).toContain('Its implementation date is 25 June 2026.');
    expect(text).not.toMatch(/MP2|MP3/);
  });

  it('names none of which the notice is recorded as sent', () => {
    const one = { status: 'approved' as const, impacts: ['secDocuments' as const] };
    const input: FactsInput = {
      modifications: [
        { ...one, reference: 'MP1', approvedOn: '2026-01-05' },
        { ...one, reference: 'MP2', approvedOn: '2026-03-05' },
      ],
      sent: [{ text: 'approval', channel: 'email', on: '2026-01-10' }],
    };
    expect(plain('approval', input, '2026-04-01')).toContain('Approval of MP2 for');
    expect(plain('approval', input, '2026-04-01')).not.toContain('MP1');
    // Before it was sent nobody was notified; once all were, the text can be sent again.
    expect(plain('approval', input, '2026-01-09')).toContain('Approval of MP1 for');
    expect(plain('approval', input, '2026-02-01')).toContain('Approval of MP1 for');
  });
});

describe('the notice of the decision', () => {
  it('says of a condition of an earlier decision which one set it', () => {
    const text = plain('decision', {
      decisions: [
        { body: 'CSC', on: '2026-04-20', outcome: 'go with conditions' },
        { body: 'CSC', on: '2026-04-29', outcome: 'go' },
      ],
      conditions: [{ text: 'Fix it.', owner: 'DCC', due: { on: '2026-05-10' } }],
    });
    expect(text).toContain('is: go.');
    expect(text).toContain('(owner: the DCC; due 10 May 2026; set by the decision of 20 April 2026).');
  });

  it('gives the latest decision in its words, and each condition with owner and day', () => {
    const text = plain('decision', {
      release: { goLive: { approvedDate: '2026-06-25' } },
      decisions: [
        { body: 'CSC', on: '2026-04-01', outcome: 'not yet', wording: 'Come back.' },
        { body: 'CSC', on: '2026-04-29', outcome: 'go with conditions', wording: 'The CSC agreed.\nIt thanked all.' },
      ],
      conditions: [{ text: 'Close the last defect', owner: 'DCC', due: { daysFromGoLive: 30 } }],
    });
    expect(text).toContain('taken by the CSC on 29 April 2026, is: go with conditions.');
    expect(text).toContain('The CSC agreed.\n\nIt thanked all.');
    expect(text).toContain(
      '- Condition 1: Close the last defect. (owner: the DCC; due 30 days after Go-Live (25 July 2026)).',
    );
    expect(text).not.toContain('Come back');
  });
});

describe('the two forms', () => {
  it('escape what was typed, and follow no other address than http and https', () => {
    const text = {
      subject: '<b>&',
      blocks: [
        paragraph('<script>"x"</script>', linked('here', 'https://a.example/?a=1&b=2')),
        ...list([[piece("it's")]]),
      ],
    };
    const html = toHtml(text);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain('<a href="https://a.example/?a=1&amp;b=2">here</a>');
    expect(wordsOfHtml(html)).toBe(toPlain(text).replace(/\s+/g, ' ').trim());
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://',
      'https://a"b',
      'ftp://a.example',
    ])
      expect(isWebAddress(address), address).toBe(false);
    expect(isWebAddress('http://a.example')).toBe(true);
  });
});
