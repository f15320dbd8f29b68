import { describe, expect, it } from 'vitest';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import { textKinds } from '../../shared/domain/texts/textKinds.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';

const plain = (kind: (typeof textKinds)[number], input: FactsInput, asOf = '2026-05-01') =>
  toPlain(writeText(kind, ruleContextOf(snapshotOf(factsWith(input), asOf))));

describe('what is published on a later day', () => {
  const input: FactsInput = {
    release: { technicalSpecifications: true },
    modifications: [{ reference: 'MP1', inScope: true, impacts: ['dccSystems', 'gbcs'] }],
    userTesting: { planned: true },
    rid: {
      versions: [
        { version: '1.0', issuedOn: '2026-04-20', publishedOn: '2026-06-01', address: 'https://example.org/rid' },
      ],
    },
    publication: {
      technicalSpecificationsOn: '2026-06-01',
      technicalSpecificationsAddress: 'https://example.org/specifications',
      testingInformationOn: '2026-06-01',
      testingInformationAddress: 'https://example.org/testing',
    },
  };

  it('is told as to come, and no reader is led there', () => {
    const page = plain('release-page', input);
    expect(page).toContain('The changes to the Technical Specifications are to be published on 1 June 2026.');
    expect(page).toContain('Supplementary testing information is to be published on 1 June 2026.');
    expect(page).toContain('(RID), version 1.0, issued on 20 April 2026, to be published on 1 June 2026.');
    for (const kind of textKinds) expect(plain(kind, input)).not.toMatch(/(are|is) published|example\.org/);
  });

  it('is told as published from its day on', () => {
    const page = plain('release-page', input, '2026-06-01');
    expect(page).toContain('(https://example.org/specifications) are published.');
    expect(page).toContain('(https://example.org/testing) is published for this release.');
    expect(plain('user-testing', input, '2026-06-01')).toContain('https://example.org/testing');
  });
});

describe('the notice of the decision, without one', () => {
  const carried = { text: 'Retest.', source: { release: 'November 2025 SEC Release', decidedOn: '2025-10-30' } };

  it('calls a condition that an earlier decision set one that is carried', () => {
    const notice = plain('decision', { conditions: [carried] });
    expect(notice).toContain('Conditions of earlier decisions, carried into this release');
    expect(notice).not.toContain('not decided on yet');
  });

  it('keeps it apart from those that nobody decided on', () => {
    const notice = plain('decision', { conditions: [{ text: 'Staff it.' }, carried] });
    expect(notice).toMatch(/not decided on yet\s.*Staff it.*carried into this release\s.*Retest/s);
    expect(plain('decision', {})).toMatch(/not decided on yet\s+No condition is recorded\./);
  });
});

describe('the type of a release', () => {
  const of = (release: FactsInput['release']) =>
    plain('release-page', { release: { technicalSpecifications: true, ...release } });

  it('names the year of its Technical Specifications Release', () => {
    expect(of({ slot: '2027-06' })).toContain(
      'It is a SEC System Release and the Technical Specifications Release of 2027.',
    );
    expect(of({ slot: null })).toContain('It is an ad-hoc SEC System Release and a Technical Specifications Release.');
  });

  it('gives the mark to no Documentation Release (§2)', () => {
    expect(of({ kind: 'documentation', slot: '2026-02' })).toContain('It is a SEC Documentation Release. ');
  });
});

it('names a release in mid-sentence with a small article, whoever typed it', () => {
  const page = plain('release-page', { release: { name: 'The February 2026 SEC Release' } });
  expect(page).toContain('This page is about the February 2026 SEC Release.');
});

describe('what a text says of the scope, of pages and of conditions', () => {
  it('is the status of what has fallen out, approved before or not', () => {
    const fallen = (status: string, approvedOn: string | null) => ({
      reference: 'MP3',
      inScope: true,
      status,
      approvedOn,
    });
    for (const status of ['rejected', 'withdrawn', 'delayed'])
      for (const approvedOn of [null, '2026-01-10'])
        expect(plain('release-page', { modifications: [fallen(status, approvedOn)] as never })).toContain(
          `MP3 (${status}).`,
        );
  });

  it('leads nobody to a page that is to be published', () => {
    const publication = { releasesPageOn: '2026-07-01', releasesPageAddress: 'https://example.org/page' };
    expect(plain('newsletter', { publication })).toContain('Its page is to be published on 1 July 2026.');
    expect(plain('newsletter', { publication })).not.toContain('example.org');
    expect(plain('newsletter', { publication }, '2026-07-01')).toContain('(https://example.org/page)');
  });

  it('names conditions by the numbers that the decision cites', () => {
    const id = (last: number) => `01a21d37-7e57-7000-8000-00000000000${last}`;
    const conditions = [
      { id: id(2), text: 'A report is published.' },
      { id: id(1), text: 'Staff the desk.' },
    ];
    const decisions = [{ body: 'CSC', on: '2026-04-10', outcome: 'go, subject to 1', wording: 'Subject to 1.' }];
    const told = plain('decision', { conditions, decisions } as never);
    expect(told).toMatch(/- Condition 1: Staff the desk\..*- Condition 2: A report is published\./s);
  });
});

describe('the Go-Live decision is the CSC’s (§5.3)', () => {
  const ofCsc = { body: 'CSC', on: '2026-04-10', outcome: 'go', wording: 'It goes live.' };
  const ofOpsg = { body: 'OPSG', on: '2026-04-12', outcome: 'noted', wording: 'Noted.' };

  it('also where another body decided something later', () => {
    for (const kind of ['decision', 'newsletter'] as const) {
      const told = plain(kind, { decisions: [ofCsc, ofOpsg] });
      expect(told).toContain('The Go-Live decision, taken by the CSC on 10 April 2026, is: go.');
      expect(told).not.toMatch(/OPSG|Noted/i);
    }
    expect(plain('decision', { decisions: [ofOpsg] })).toMatch(/^No Go-Live decision on .* is recorded yet\.$/m);
  });

  it('where its body is left open, as the rules read it', () => {
    const told = plain('decision', { decisions: [{ ...ofCsc, body: null }] });
    expect(told).toContain('taken by the CSC on 10 April 2026');
  });
});
