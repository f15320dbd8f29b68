import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { impactWords } from '../../catalogue/impacts.ts';
import { capitalise, countOf } from '../../foundation/words.ts';
import { isModification } from '../../records/begun.ts';
import { theBody } from '../../records/bodies.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey } from '../../records/recordKinds.ts';
import {
  fellOutBy,
  hasFallen,
  isImplemented,
  isKnownToHaveLeft,
  joinsLater,
  scopeIndexOf,
} from '../../rulebook/context/scopeIndex.ts';
import { isOf } from '../../rulebook/rules.ts';
import { type Block, paragraph, type Section } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { places } from '../places.ts';
import { cell, findingBlocks, headingOf, nothing, recordTable } from '../tables.ts';
import { dateOr, dayAsRead, happenedOn, happenedWords, joined, textOr } from '../words.ts';
import { documentBlocks } from './scopeDocuments.ts';

/** What the release consists of, what joined late, what left, and what is not live after it. */
export function scopeSection(context: PackContext): Section {
  const { facts, asOf } = context;
  // Of the records as they are written, for what is still to come of one is told beside it.
  const { modifications: inScope, planned } = scopeIndexOf(facts, asOf);
  const staying = new Set([...inScope, ...planned]);
  const out = facts.modifications.filter((one) => isModification(one) && !staying.has(one));
  const left = out.filter(isKnownToHaveLeft);
  const never = out.length - left.length;
  const late = facts.modifications.filter((one) => one.lateAddition !== null);
  const blocks: Block[] = [
    paragraph(
      `${countOf(inScope.length, 'modification')} in scope${planned.length > 0 ? `, ${planned.length} recorded to join later` : ''}; ${left.length} left the scope${never > 0 ? `, ${never} listed as out of it` : ''}. ${sentenceOnImpact(context)}`,
      'lead',
    ),
    inScope.length + planned.length === 0
      ? nothing(`${capitalise(context.rules.scope.emptiness)}; a release is one or more approved modifications (§2).`)
      : modificationTable(context, [...inScope, ...planned]),
  ];
  blocks.push(headingOf('Added after the scope was set (§4.3)', 'scope:late'));
  blocks.push(late.length === 0 ? nothing('No decision on a late addition is recorded.') : lateTable(late, asOf));
  const title = never > 0 ? 'Out of the scope' : 'Left the scope';
  blocks.push(headingOf(title, 'scope:left'));
  blocks.push(
    out.length === 0
      ? nothing('Nothing is recorded to have left the scope.')
      : leftTable(`Modifications that ${never > 0 ? 'are out of' : 'left'} the scope`, out, context),
  );
  blocks.push(headingOf('Not live after this release', 'scope:notLive'));
  blocks.push(
    facts.release.notLive.length === 0
      ? nothing('No part of what is in scope is stated to stay out.')
      : notLiveTable(context),
  );
  blocks.push(...documentBlocks(context));
  blocks.push(headingOf('Decisions that set the scope', 'scope:decisions'));
  blocks.push(
    facts.scopeDecisions.length === 0
      ? nothing('No decision that sets the scope is recorded.')
      : decisionTable(context),
  );
  const findings = context.findings.filter((one) => isOf(one, 'scope', 'type'));
  blocks.push(...findingBlocks('What the rules say of type and scope', 'scope:findings', findings, asOf));
  return { id: places.scope, title: 'Scope', orientation: 'portrait', ownPage: false, blocks };
}

function sentenceOnImpact({ rules }: PackContext): string {
  const { answer, why } = rules.dccImpact;
  const start =
    answer === 'yes'
      ? 'DCC Systems are impacted'
      : answer === 'no'
        ? 'DCC Systems are not impacted'
        : 'Cannot tell whether DCC Systems are impacted';
  return `${start}: ${why}.`;
}

function modificationTable(context: PackContext, list: readonly Modification[]): Block {
  return recordTable('Modifications in scope', list, [
    ['Modification', 40, (one) => cell([{ text: modificationKey(one), strong: true }], nameBelow(one))],
    [
      'Status',
      20,
      (one) => cell(textOr(statusWords(one, context)), statusBelow(one, context.asOf, leavesWords(one, context.asOf))),
    ],
    [
      'Impacts',
      21,
      (one) =>
        cell(
          one.impacts === null
            ? [{ text: 'not stated', soft: true }]
            : one.impacts.length === 0
              ? 'none'
              : one.impacts.map((impact) => impactWords[impact]).join(', '),
        ),
    ],
    [
      'Implementation',
      19,
      (one) => cell(dateOr(one.implementationDate), [{ text: setBy(one, context.asOf) ?? '', soft: true }]),
    ],
  ]);
}

/** The title, and where the modification is published. */
function nameBelow(one: Modification) {
  const address = one.address ? [{ text: ` ${one.address}`, soft: true }] : [];
  return [...textOr(one.title), ...address];
}

/** Who set the implementation date, when and under which reference. */
function setBy({ implementationDateSet: set }: Modification, asOf: CalendarDate): string | null {
  return joined([set?.body && `set by ${theBody(set.body)}`, set?.on && happenedWords(set.on, asOf), set?.reference]);
}

/** A removal of what is in scope: its day lies ahead, or it has none, or the modification came back since. */
function leavesWords({ removedFromScopeOn, removalReason }: Modification, asOf: CalendarDate): string | null {
  if (removedFromScopeOn !== null && removedFromScopeOn <= asOf)
    return joined([`had left on ${formatDate(removedFromScopeOn)}`, removalReason], ': ');
  if (removedFromScopeOn) return joined([`leaves on ${formatDate(removedFromScopeOn)}`, removalReason], ': ');
  return removalReason && `reason for leaving, without a date: ${removalReason}`;
}

/** The status that it had on the pack's day: an approval or a fall that is still to come gives it none yet. */
function statusWords(one: Modification, { facts: { release }, asOf }: PackContext): string | null {
  const { status, approvedOn, removedFromScopeOn } = one;
  const isToBeApproved =
    (status === 'approved' || status === 'implemented') && approvedOn !== null && approvedOn > asOf;
  if (isToBeApproved) return 'not approved yet';
  const { actualDate } = release.goLive;
  if (status === 'implemented' && actualDate !== null && !isImplemented(one, release, asOf))
    return `implemented from ${formatDate(actualDate)}`;
  const isToFall = removedFromScopeOn !== null && hasFallen(one) && !fellOutBy(one, asOf);
  return isToFall ? `${status} from ${formatDate(removedFromScopeOn)}` : status;
}

function statusBelow(one: Modification, asOf: CalendarDate, leaves: string | null) {
  const joins = joinsLater(one, asOf) ? 'joins' : 'in scope since';
  const text = joined(
    [
      one.approvedOn && `approved ${happenedWords(one.approvedOn, asOf)}`,
      one.latestApprovalOn && `latest day for approval ${formatDate(one.latestApprovalOn)}`,
      one.addedToScopeOn && `${joins} ${formatDate(one.addedToScopeOn)}`,
      one.approvalNotifiedOn && `notified ${happenedWords(one.approvalNotifiedOn, asOf)}`,
      leaves,
    ],
    ' · ',
  );
  return [{ text: text ?? '', soft: true }];
}

function lateTable(list: readonly Modification[], asOf: CalendarDate): Block {
  return recordTable('Late additions', list, [
    ['Modification', 18, (one) => cell(modificationKey(one))],
    ['Decided', 18, (one) => cell(happenedOn(one.lateAddition?.on, asOf))],
    ['By', 12, (one) => cell(textOr(one.lateAddition?.body))],
    ['Reference', 18, (one) => cell(textOr(one.lateAddition?.reference))],
    ['Reason', 34, (one) => cell(textOr(one.lateAddition?.reason))],
  ]);
}

function leftTable(caption: string, list: readonly Modification[], context: PackContext): Block {
  const { asOf } = context;
  return recordTable(caption, list, [
    ['Modification', 42, (one) => cell([{ text: modificationKey(one), strong: true }], nameBelow(one))],
    [
      'Status',
      14,
      (one) =>
        cell(textOr(statusWords(one, context)), [
          ...statusBelow(one, asOf, null),
          { text: ` ${implementedWords(one, asOf)}`, soft: true },
        ]),
    ],
    [
      'Left',
      18,
      (one) =>
        cell(isKnownToHaveLeft(one) ? happenedOn(one.removedFromScopeOn, asOf) : 'not recorded to have been in it'),
    ],
    ['Reason', 26, (one) => cell(textOr(one.removalReason))],
  ]);
}

/** The date that a modification was to go live on, which it may still have elsewhere. */
function implementedWords(one: Modification, asOf: CalendarDate): string {
  const on = one.implementationDate === null ? null : `implementation ${formatDate(one.implementationDate)}`;
  return joined([on, setBy(one, asOf)]) ?? '';
}

function notLiveTable({ facts }: PackContext): Block {
  return recordTable('Not live after this release', facts.release.notLive, [
    ['Modification', 20, (one) => cell(textOr(one.modification))],
    ['What', 50, (one) => cell(textOr(one.what))],
    ['Until', 30, (one) => cell(textOr(dayAsRead(one.until)))],
  ]);
}

function decisionTable({ facts, asOf }: PackContext): Block {
  const sets = { systems: 'scope on the DCC and User Systems', all: 'the full scope' } as const;
  return recordTable('Decisions that set the scope', facts.scopeDecisions, [
    ['Decided', 18, (one) => cell(happenedOn(one.on, asOf))],
    ['By', 12, (one) => cell(textOr(one.body))],
    ['Sets', 22, (one) => cell(one.sets === null ? textOr(null) : sets[one.sets])],
    ['Decision', 48, (one) => cell(textOr(one.decision))],
  ]);
}
