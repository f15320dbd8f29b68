import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { assertNever } from '../../foundation/assertNever.ts';
import { documentsOf } from '../../records/documentFiles.ts';
import { type Evidence, type EvidenceStatus, evidenceKey } from '../../records/evidence.ts';
import { type Block, type Cell, type Inline, paragraph, type Section, type Span, spansOf } from '../blocks.ts';
import type { ManifestFile } from '../manifest.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace, evidencePlace, places } from '../places.ts';
import { cell, nothing } from '../tables.ts';
import { statusSpan } from '../vocabulary.ts';
import { formatBytes, happenedWords, joined, textOr } from '../words.ts';
import { acceptanceWords, acceptedOtherwise, evidenceStandingOn } from './acceptedContent.ts';
import { onBehalfOf } from './onBehalf.ts';

/** Every version of every item with its SHA-256, whether its file travels in this pack or not. */
export function evidenceSection(context: PackContext): Section {
  const { evidence } = context.facts;
  const blocks: Block[] = [];
  if (evidence.length === 0)
    blocks.push(
      nothing('No evidence is recorded, so nothing but the facts and the manifest is attached to this file.'),
    );
  else {
    blocks.push(
      paragraph(
        `${attachedWords(context)}${hasPictures(context) ? ' Beside each PDF and picture stands its first page, as this app draws it, or that it is not drawn.' : ''}`,
        'body',
      ),
    );
    blocks.push(register(context, evidence));
  }
  return { id: places.evidence, title: 'Evidence register', orientation: 'portrait', ownPage: false, blocks };
}

/** How many evidence files are attached to this PDF; null in a preview, where nobody has looked yet. */
export function attachedFiles({ seal }: PackContext): number | null {
  if (seal.files.size === 0) return null;
  return [...seal.files.values()].filter((file) => file.attachment !== null).length;
}

/** Where the files are: an edition for everybody, or one whose evidence is withheld, may hold none of them. */
function attachedWords(context: PackContext): string {
  const { length: all } = context.facts.evidence;
  const attached = attachedFiles(context) ?? all;
  if (attached === 0) return 'No evidence file is attached to this PDF: each entry says why, or where its file is.';
  const how = 'open your reader’s attachment panel, or use pdfdetach. Their names start with the item and its version.';
  if (attached === all) return `The files are attachments of this PDF: ${how}`;
  const some = attached === 1 ? '1 has its file' : `${attached} have their files`;
  return `Of ${all} items ${some} attached to this PDF: ${how} Each other entry says why it has none here.`;
}

function register(context: PackContext, evidence: readonly Evidence[]): Block {
  const isPictured = hasPictures(context);
  return {
    kind: 'table',
    caption: 'Evidence with versions and SHA-256',
    size: 'small',
    // The second column is wide enough for any SHA-256 in one piece, so that it is found and copied whole.
    columns: [
      { title: 'Item and status', weight: isPictured ? 19 : 26 },
      { title: 'Title, file and SHA-256', weight: isPictured ? 69.4 : 74 },
      ...(isPictured ? [{ title: 'First page', weight: 11.6 }] : []),
    ],
    rows: evidence.map((item) => {
      const key = evidenceKey(item);
      return [
        { text: [{ text: key, strong: true }], below: standingLines(item, context.asOf), id: evidencePlace(key) },
        cell(textOr(item.title), fileLines(context, item)),
        ...(isPictured ? [pictureCell(context, item)] : []),
      ];
    }),
  };
}

function hasPictures({ seal }: PackContext): boolean {
  return seal.pictures !== undefined && seal.pictures.size > 0;
}

/** The first page; of a file that has none, what kind it is; nothing where no file is attached. */
function pictureCell({ seal }: PackContext, item: Evidence): Cell {
  const key = evidenceKey(item);
  const page = seal.pictures?.get(key);
  if (page !== undefined) {
    const which = page.pages === 1 ? 'The only page' : `The first of ${page.pages} pages`;
    const alt = `${which} of ${key}${item.title ? `, ${item.title}` : ''}, small.`;
    return { text: '', picture: { name: key, width: page.width, height: page.height, alt } };
  }
  const attachment = seal.files.get(key)?.attachment;
  const kind = attachment ? /\.([A-Za-z0-9]{1,5})$/.exec(attachment)?.[1] : undefined;
  return cell([{ text: kind === undefined ? '' : `not drawn (${kind.toUpperCase()})`, soft: true }]);
}

/** Below the reference: how it stands and by whose word. */
function standingLines(item: Evidence, asOf: CalendarDate): readonly Span[] {
  const { status, stood, toCome } = evidenceStandingOn(item, asOf);
  const how = [movedInWords(item), item.statusReason, acceptanceWords(item, asOf)];
  const words = toCome ? joined([`${toCome} recorded`, joined(how, '; ')], ': ') : joined(how, '; ');
  return [
    statusSpan(status),
    ...acceptedOtherwise(stood),
    { text: words === null ? '' : ` ${words}`, soft: true },
    ...onBehalfOf(item, 'status', 'file', 'version'),
  ];
}

const moved: Readonly<Record<EvidenceStatus, string>> = {
  draft: 'begun',
  submitted: 'as put in',
  accepted: 'accepted',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

/** Who brought it to its status, in a verb of its own: beside an acceptance a bare name would seem to be who accepted. */
function movedInWords({ status, statusBy, accepted }: Evidence): string | null {
  if (!statusBy) return null;
  const isToldAlready = status === 'accepted' && statusBy === joined([accepted?.by, accepted?.organisation]);
  if (isToldAlready) return null;
  return `${moved[status ?? 'draft']} by ${statusBy}`;
}

/** Below the title, a line each: what it is, whose and from when, what it speaks for, where its file is, and the SHA-256 unbroken. */
function fileLines(context: PackContext, item: Evidence): readonly Span[] {
  const about = joined(
    [
      item.kind,
      item.provider && `from ${item.provider}`,
      item.supersedes && `supersedes ${item.supersedes}`,
      item.classification,
      item.addedOn && `added ${happenedWords(item.addedOn, context.asOf)}`,
      item.effectiveOn ? effectiveWords(item.effectiveOn, context.asOf) : 'effective date not recorded',
    ],
    ' · ',
  );
  return [
    { text: `${about}\n`, soft: true },
    { text: 'For ', soft: true },
    ...spansOf(criteriaLinks(context, item)),
    { text: '\n' },
    ...spansOf(fileWords(item, context.seal.files.get(evidenceKey(item)))),
    { text: item.sha256 ? `\n${item.sha256}` : '', soft: true },
  ];
}

/** What takes effect later is told to do so from that day. */
function effectiveWords(on: CalendarDate, asOf: CalendarDate): string {
  return on > asOf ? `effective from ${formatDate(on)}` : `effective ${formatDate(on)}`;
}

function criteriaLinks(context: PackContext, item: Evidence): Inline {
  const references = item.criteria ?? [];
  const document = documentsOf(context.facts).get(item.reference);
  if (references.length === 0)
    return [document ? { text: document, to: documentPlace(document) } : { text: 'no criterion', soft: true }];
  return references.flatMap((reference, index) => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    context.criterion(reference) ? { text: reference, to: criterionPlace(reference) } : { text: reference },
  ]);
}

function documentPlace(document: string): string {
  return document.startsWith('RID') ? places.rid : places.testing;
}

/** Where the file of an item is: in this one, beside it, or why it is not. */
export function fileWords(item: Evidence, file: ManifestFile | undefined): Inline {
  if (file?.attachment) return joined([file.attachment, file.bytes !== null && formatBytes(file.bytes)]) ?? '';
  if (file === undefined) return textOr(item.file);
  switch (file.absent) {
    case 'withheld':
      return `Withheld: not in this file${item.file ? ` (${item.file})` : ''}; whoever holds it can be checked by its SHA-256.`;
    case 'tooLarge':
      return `${file.companion ?? item.file ?? 'The file'}${file.bytes === null ? '' : `, ${formatBytes(file.bytes)}`}: in the companion PACK.evidence.zip, for this file holds 200 MB of evidence at most.`;
    case 'notPublic':
      return 'Not public: left out of this edition; whoever holds it can be checked by its SHA-256.';
    case 'notPart':
      return [{ text: 'not part of this file; the Go-Live pack holds it', soft: true }];
    case 'notInStore':
      return `${item.file ?? 'The file'}: no longer held where this pack was made.`;
    case 'noFile':
    case null:
      return [{ text: 'no file was recorded', soft: true }];
    default:
      return assertNever(file.absent);
  }
}
