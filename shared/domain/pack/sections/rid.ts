import { formatDate } from '../../calendar/calendarDate.ts';
import type { RidContent, RidVersion } from '../../records/documents.ts';
import { isOf } from '../../rulebook/rules.ts';
import type { Block, Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, headingOf, nothing, recordTable } from '../tables.ts';
import { happenedOn, joined, textOr } from '../words.ts';
import { versionFile } from './versionFile.ts';

const contentWords: Readonly<Record<RidContent, string>> = {
  implementationPlan: 'implementation plan',
  impacts: 'impacts',
  cost: 'cost',
  testingApproach: 'testing approach',
  goLiveCriteria: 'Go-Live criteria',
  tad: 'TAD',
};

const pounds = (amount: number): string =>
  `£${amount.toFixed(Number.isInteger(amount) ? 0 : 2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`;

/** Cost and key dates as facts, beside the tick that says the document holds them. */
function factsOf({ cost, keyDates }: RidVersion): string | null {
  const amount = cost?.amount ?? null;
  const money = joined([amount === null ? null : pounds(amount), cost?.text]);
  const dates = (keyDates ?? []).map((one) => joined([one.what, one.on && formatDate(one.on)], ' '));
  return joined([money && `Cost: ${money}`, joined(dates, '; ') && `Key dates: ${joined(dates, '; ')}`], ' · ');
}

/** The Release Implementation Document: its versions, what they contain, and what Parties said of it (§4.2). */
export function ridSection(context: PackContext): Section {
  const { asOf } = context;
  const { versions, comments } = context.facts.rid;
  const findings = context.findings.filter((one) => isOf(one, 'rid'));
  const blocks: Block[] = [
    versions.length === 0
      ? nothing(
          'No version of the Release Implementation Document is recorded; it is prepared when the first modification is approved (§4.2).',
        )
      : recordTable('Versions of the RID', versions, [
          ['Version', 11, (one) => cell(textOr(one.version), versionFile(context, one))],
          ['Issued', 18, (one) => cell(happenedOn(one.issuedOn, asOf))],
          ['Published', 18, (one) => cell(happenedOn(one.publishedOn, asOf))],
          ['Reason', 25, (one) => cell(textOr(one.reason))],
          [
            'Contains',
            28,
            (one) =>
              cell(
                one.contains === null
                  ? [{ text: 'not stated', soft: true }]
                  : one.contains.map((item) => contentWords[item]).join(', ') || 'nothing of §4.2',
                [{ text: factsOf(one) ?? '', soft: true }],
              ),
          ],
        ]),
    headingOf('Comments by Parties', 'rid:comments'),
    comments.length === 0
      ? nothing('No comment on the RID is recorded; any Party may comment on it (§4.2).')
      : recordTable('Comments on the RID', comments, [
          ['Party', 18, (one) => cell(textOr(one.party))],
          ['On', 17, (one) => cell(happenedOn(one.on, asOf))],
          ['Comment', 35, (one) => cell(textOr(one.comment))],
          ['Response', 30, (one) => cell(textOr(one.response))],
        ]),
  ];
  blocks.push(...findingBlocks('What the rules say of the RID', 'rid:findings', findings, asOf));
  return { id: places.rid, title: 'Release Implementation Document', orientation: 'portrait', ownPage: false, blocks };
}
