import { theBody } from '../../records/bodies.ts';
import {
  alsoSignedFor,
  type FoundSignature,
  type Signature,
  sameKeyInWords,
  submissionToSign,
} from '../../rulebook/context/signatureState.ts';
import { changedSince } from '../../signing/changedSince.ts';
import { type Block, type Cell, paragraph, type Span } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { cell, headingOf, recordTable } from '../tables.ts';
import { happenedWords, joined, textOr } from '../words.ts';

interface Printed {
  readonly found: FoundSignature;
  readonly signature: Signature;
}

const stateWords: Readonly<Record<FoundSignature['state'], Span>> = {
  'these facts': { text: '✓ on exactly these facts', strong: true, tone: 'met' },
  'other facts': { text: '▲ on other facts', strong: true, tone: 'short' },
  broken: { text: '✕ not made by this key', strong: true, tone: 'notMet' },
};

/** Who signed the facts of the submission, with which key, on which facts, and what that does not prove; nothing where nobody did. */
export function signatureBlocks(context: PackContext): readonly Block[] {
  const { snapshot, facts, asOf } = context;
  const found = snapshot.signatures ?? [];
  if (found.length === 0 || snapshot.identity.document !== undefined) return [];
  const signatures = submissionToSign(facts, asOf)?.signatures ?? [];
  const printed = found.flatMap((one, at): readonly Printed[] => {
    const signature = signatures[at];
    return signature ? [{ found: one, signature }] : [];
  });
  return [
    headingOf('Signatures under the facts of the submission', 'check:signatures'),
    recordTable('Signatures under the facts', printed, [
      ['For', 10, ({ signature }) => cell(textOr(signature.organisation))],
      [
        'By',
        20,
        ({ signature }) =>
          cell(textOr(signature.by), [{ text: signature.on ? happenedWords(signature.on, asOf) : '', soft: true }]),
      ],
      ['Key and facts', 48, keyAndFacts],
      ['What it is on', 22, (one) => cell([stateWords[one.found.state]], sameKeyNote(alsoSignedFor(one.found, found)))],
    ]),
    ...printed.flatMap((one) => changesAfter(context, one)),
    paragraph(
      [
        {
          text: 'A signature shows that whoever held that key signed the facts with that SHA-256: the release as a file in one order, without signatures, comments, what was sent and what is dated after the signing. It does not show who held the key (compare its fingerprint by telephone), that the facts are true, that anybody agreed to a decision, on which day it was really made, or that nothing was signed besides. The pages and the evidence files are not under it; evidence is by its SHA-256.',
          soft: true,
        },
      ],
      'note',
    ),
  ];
}

function keyAndFacts({ found }: Printed): Cell {
  return cell(joined([found.fingerprint && `key ${found.fingerprint}`]) ?? 'no key is named', [
    { text: found.factsSha256 === null ? 'no facts are named' : `facts ${found.factsSha256}`, soft: true },
  ]);
}

function sameKeyNote(others: readonly string[]): readonly Span[] {
  const told = sameKeyInWords(others);
  return told === null ? [] : [{ text: told, tone: 'cannotTell' }];
}

/** What was changed after a signature that is on other facts. */
function changesAfter({ snapshot, facts, asOf }: PackContext, { found, signature }: Printed): readonly Block[] {
  if (found.state !== 'other facts') return [];
  const before = snapshot.signed?.find(({ sha256 }) => sha256 === found.factsSha256)?.facts ?? null;
  const changes = changedSince(before, facts, signature.on ?? asOf);
  const whose = signature.organisation === null ? 'that nobody is named for' : `of ${theBody(signature.organisation)}`;
  return [paragraph([{ text: `Changed after the signature ${whose}: `, strong: true }, { text: changes.join(' ') }])];
}
