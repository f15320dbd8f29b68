import { formatDate } from '../../calendar/calendarDate.ts';
import type { RidContent, RidVersion } from '../../records/documents.ts';
import { isOf } from '../../rulebook/rules.ts';
import type { Block, Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, nothing } from '../tables.ts';
import { dateOr, joined, textOr } from '../words.ts';

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
  const { versions, comments } = context.facts.rid;
  const findings = context.findings.filter((one) => isOf(one, 'rid'));
  const blocks: Block[] = [
    versions.length === 0
      ? nothing(
          'No version of the Release Implementation Document is recorded; it is prepared when the first modification is approved (§4.2).',
        )
      : {
          kind: 'table',
          caption: 'Versions of the RID',
          columns: [
            { title: 'Version', weight: 11 },
            { title: 'Issued', weight: 18 },
            { title: 'Published', weight: 18 },
            { title: 'Reason', weight: 25 },
            { title: 'Contains', weight: 28 },
          ],
          rows: versions.map((one) => [
            cell(textOr(one.version), [{ text: one.address ?? '', soft: true }]),
            cell(dateOr(one.issuedOn)),
            cell(dateOr(one.publishedOn)),
            cell(textOr(one.reason)),
            cell(
              one.contains === null
                ? [{ text: 'not stated', soft: true }]
                : one.contains.map((item) => contentWords[item]).join(', ') || 'nothing of §4.2',
              [{ text: factsOf(one) ?? '', soft: true }],
            ),
          ]),
        },
    { kind: 'heading', level: 2, text: 'Comments by Parties', id: 'rid:comments', bookmark: false },
    comments.length === 0
      ? nothing('No comment on the RID is recorded; any Party may comment on it (§4.2).')
      : {
          kind: 'table',
          caption: 'Comments on the RID',
          columns: [
            { title: 'Party', weight: 18 },
            { title: 'On', weight: 17 },
            { title: 'Comment', weight: 35 },
            { title: 'Response', weight: 30 },
          ],
          rows: comments.map((one) => [
            cell(textOr(one.party)),
            cell(dateOr(one.on)),
            cell(textOr(one.comment)),
            cell(textOr(one.response)),
          ]),
        },
  ];
  blocks.push(...findingBlocks('What the rules say of the RID', 'rid:findings', findings));
  return { id: places.rid, title: 'Release Implementation Document', orientation: 'portrait', ownPage: false, blocks };
}
