import { recordName } from '../../records/recordKinds.ts';
import { exceptionFor } from '../../rulebook/exceptions.ts';
import { ruleTitle } from '../../rulebook/titleOf.ts';
import type { Block } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { rulePlace } from '../places.ts';
import { cell, headingOf, nothing, tableOf } from '../tables.ts';
import { happenedOn, textOr } from '../words.ts';

/** Every recorded decision that accepts a shortfall, also one that covers nothing as things stand. */
export function acceptedBlocks(context: PackContext): readonly Block[] {
  const { exceptions } = context.facts;
  const heading: Block = headingOf('Decisions that accept a shortfall', 'findings:accepted');
  if (exceptions.length === 0) return [heading, nothing('None is recorded.')];
  return [
    heading,
    tableOf(
      'Decisions that accept a shortfall',
      [
        ['Rule', 26],
        ['Of', 14],
        ['Decided', 22],
        ['Reason', 38],
      ],
      exceptions.map((one) => {
        const title = ruleTitle(one.rule);
        return [
          cell(context.findingsOf(one.rule).length > 0 ? [{ text: title, to: rulePlace(one.rule) }] : title),
          cell(one.subject ?? 'the release'),
          cell(textOr(one.body), [
            ...happenedOn(one.on, context.asOf),
            { text: one.reference ? ` ${one.reference}` : '', soft: true },
          ]),
          cell(
            textOr(one.reason),
            covers(context, one) ? [] : [{ text: 'covers nothing as of this pack', soft: true }],
          ),
        ];
      }),
      'small',
    ),
  ];
}

/** Whether it is this record that a finding rests on: not one of a body that cannot accept, nor one of a later day. */
function covers({ rules, findingsOf }: PackContext, one: PackContext['facts']['exceptions'][number]): boolean {
  const record = recordName('exception', one);
  return (
    exceptionFor(rules, one.rule, one.subject) === one &&
    findingsOf(one.rule).some(
      ({ outcome, subject, restsOn }) => outcome === 'covered' && subject === one.subject && restsOn.includes(record),
    )
  );
}
