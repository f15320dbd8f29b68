import { formatDate } from '../../calendar/calendarDate.ts';
import { countOf } from '../../foundation/words.ts';
import { evidenceKey } from '../../records/evidence.ts';
import {
  type Block,
  type DocumentModel,
  type FactRow,
  paragraph,
  type Section,
  type Span,
  spansOf,
} from '../blocks.ts';
import { faceOf, meetingWords } from '../face.ts';
import type { PackContext } from '../packContext.ts';
import type { AddendumIdentity } from '../packIdentity.ts';
import { evidencePlace } from '../places.ts';
import { rulebookChangedBlocks } from '../rulebookChanged.ts';
import { evidenceStandingOn } from '../sections/acceptedContent.ts';
import { fileWords } from '../sections/evidenceRegister.ts';
import { howToCheckSection } from '../sections/howToCheck.ts';
import { cell, headingOf, nothing, tableOf } from '../tables.ts';
import { selfStatusOf, statusSpan } from '../vocabulary.ts';
import { joined, shortened, textOr } from '../words.ts';

/** What came after a final pack, in a file of its own: the pack itself stays as it was issued. */
export function buildAddendumModel(context: PackContext, addendum: AddendumIdentity): DocumentModel {
  const { facts, snapshot } = context;
  const { meeting } = snapshot.identity;
  return {
    face: faceOf(context, {
      status: 'Addendum',
      final: true,
      meeting: meeting ? meetingWords('CSC', meeting) : null,
      title: `${facts.release.name}: addendum to ${addendum.to.reference}`,
      subject: subjectOf(addendum),
    }),
    kicker: `Addendum to ${addendum.to.reference}`,
    cover: coverOf(context, addendum),
    decision: null,
    sections: [{ ...howToCheckSection(context), ownPage: false }],
  };
}

function subjectOf({ evidence, moved, to }: AddendumIdentity): string {
  return `${countOf(evidence.length, 'evidence item')} added since ${to.reference}; ${countOf(moved.length, 'finding')} moved.`;
}

function coverOf(context: PackContext, addendum: AddendumIdentity): Section {
  const { facts, snapshot, classification } = context;
  const { identity } = snapshot;
  const { to, moved } = addendum;
  const { about } = facts.release;
  const rows: readonly FactRow[] = [
    { label: 'Reference', value: identity.reference },
    { label: 'Adds to', value: `${to.reference}, final, as of ${formatDate(to.asOf)}` },
    { label: 'Its SHA-256', value: to.sha256 },
    { label: 'As of', value: formatDate(context.asOf) },
    ...(identity.meeting ? [{ label: 'For', value: `the CSC meeting of ${formatDate(identity.meeting)}` }] : []),
    { label: 'Classification', value: textOr(classification.mark, { text: 'not stated', soft: true }) },
  ];
  const blocks: Block[] = [
    ...(about === null || about.trim() === '' ? [] : [paragraph(about, 'notice')]),
    paragraph(`${subjectOf(addendum)} The final pack stands as it was issued; this file only adds to it.`, 'lead'),
    { kind: 'facts', rows },
    headingOf('Evidence added since', 'addendum:evidence', true),
    evidenceTable(context),
    headingOf('Findings that moved', 'addendum:findings', true),
    ...(moved.length === 0
      ? [nothing('None: every rule finds what it found for the final pack.')]
      : moved.map((sentence) => paragraph(sentence))),
    ...rulebookChangedBlocks(snapshot.readiness.rulebook.changed, 'addendum:rulebook'),
  ];
  return { id: 'cover', title: facts.release.name, orientation: 'portrait', ownPage: false, blocks };
}

function evidenceTable(context: PackContext): Block {
  return tableOf(
    'Evidence added since',
    [
      ['Item', 14],
      ['Title, file and SHA-256', 44],
      ['Status', 14],
      ['Criteria', 28],
    ],
    context.facts.evidence.map((item) => {
      const key = evidenceKey(item);
      return [
        { text: [{ text: key, strong: true }], id: evidencePlace(key) },
        cell(textOr(item.title), [
          { text: `${joined([item.kind, item.provider && `from ${item.provider}`]) ?? ''}\n`, soft: true },
          ...spansOf(fileWords(item, context.seal.files.get(key))),
          { text: `\n${item.sha256 ?? ''}`, soft: true },
        ]),
        cell([statusSpan(evidenceStandingOn(item, context.asOf).status)]),
        cell(criteriaOf(context, item.criteria ?? [])),
      ];
    }),
  );
}

/** `AC-01 ✓ Met: Testing has ended.`: what each item is evidence of, for the criteria stand in the pack only. */
function criteriaOf(context: PackContext, references: readonly string[]): readonly Span[] {
  if (references.length === 0) return [{ text: 'none', soft: true }];
  return references.flatMap((reference, index): readonly Span[] => {
    const criterion = context.criterion(reference);
    const text = criterion?.text ? ` ${shortened(criterion.text, 90)}` : '';
    return [
      ...(index === 0 ? [] : [{ text: '\n' }]),
      { text: `${reference} `, strong: true },
      ...(criterion ? [statusSpan(selfStatusOf(criterion.selfStatus))] : []),
      { text, soft: true },
    ];
  });
}
