import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { countOf, joinWords } from '../foundation/words.ts';
import { type Block, type DocumentModel, destination, pageLink, paragraph, type Section } from '../pack/blocks.ts';
import { rulebookChangedBlocks } from '../pack/rulebookChanged.ts';
import { cell, recordTable } from '../pack/tables.ts';
import { dateOr, shortened } from '../pack/words.ts';
import { releaseStateWords } from '../readiness/releaseState.ts';
import type { ReleaseStatus } from './releaseStatus.ts';
import { type StatusLimits, standingInWords, statusBlocks } from './statusPage.ts';

/** What the report is about: the day, and the year where it is of one year's releases only. */
export interface ReportFace {
  readonly asOf: CalendarDate;
  readonly year: number | null;
  readonly appVersion: string;
}

/** The status report of all releases: an overview, and one page for each of them. Pure. */
export function buildReportModel(
  statuses: readonly ReleaseStatus[],
  face: ReportFace,
  limits: StatusLimits,
): DocumentModel {
  const day = formatDate(face.asOf);
  const title = face.year === null ? 'Status of all releases' : `Status of the releases of ${face.year}`;
  return {
    face: {
      release: face.year === null ? 'All releases' : `Releases of ${face.year}`,
      reference: 'SEC-GL status report',
      status: 'Status report',
      final: true,
      asOf: face.asOf,
      meeting: null,
      classification: classificationOf(statuses),
      title: `${title}, as of ${day}`,
      subject: `Where ${countOf(statuses.length, 'release')} of the SEC ${statuses.length === 1 ? 'stands' : 'stand'}`,
      keywords: ['SEC', 'Go-Live', 'status report', ...statuses.map(({ standing }) => standing.name)].join(', '),
      author: 'SECAS',
      manifestSha256: null,
    },
    kicker: `Status report, as of ${day}`,
    cover: coverOf(title, statuses, face),
    decision: null,
    contents: false,
    sections: statuses.map((status, at) => sectionOf(status, at, face.asOf, limits)),
  };
}

function coverOf(title: string, statuses: readonly ReleaseStatus[], face: ReportFace): Section {
  const blocks: readonly Block[] = [
    paragraph(
      `Each release has a page: where it stands, its next dates, what is late, and whom it waits for. It says what the facts in this store say as of ${formatDate(face.asOf)}; it is no pack, and nothing is decided on it.`,
    ),
    recordTable(
      'Where each release stands',
      statuses.map((status, at) => ({ status, at })),
      [
        ['Release', 33, ({ status, at }) => cell([{ text: shortened(status.standing.name, 90), to: placeOf(at) }])],
        ['Go-Live', 17, ({ status }) => cell(dateOr(status.standing.goLive))],
        ['State', 15, ({ status }) => cell(releaseStateWords[status.standing.state])],
        ['Blockers', 10, ({ status }) => cell(String(status.standing.asked.blockers)), 'right'],
        ['Cannot tell', 11, ({ status }) => cell(String(status.standing.asked.cannotTell)), 'right'],
        ['Late', 7, ({ status }) => cell(String(status.late.length)), 'right'],
        ['On', 7, ({ at }) => cell([pageLink(placeOf(at), 'page')])],
      ],
    ),
    ...aboutBlocks(statuses),
    ...changedBlocks(statuses),
    paragraph([{ text: `Made by SEC Go-Live ${face.appVersion}.`, soft: true }], 'note'),
    { kind: 'drawingNotes' },
  ];
  return { id: 'cover', title, orientation: 'portrait', ownPage: false, blocks };
}

/** What readers must know of a release's facts stands on the first page, before they read any of them. */
function aboutBlocks(statuses: readonly ReleaseStatus[]): readonly Block[] {
  return statuses.flatMap(({ facts, standing }) => {
    const about = facts.release.about?.trim() ?? '';
    return about === '' ? [] : [paragraph(`${standing.name}: ${about}`, 'notice')];
  });
}

/** One rulebook judges them all; a release that is closed, as of its own day. */
function changedBlocks(statuses: readonly ReleaseStatus[]): readonly Block[] {
  const changed = new Map(statuses.flatMap(({ rulebookChanged }) => rulebookChanged.map((one) => [one.sentence, one])));
  return rulebookChangedBlocks([...changed.values()], 'report:rulebook');
}

function sectionOf(status: ReleaseStatus, at: number, asOf: CalendarDate, limits: StatusLimits): Section {
  return {
    id: placeOf(at),
    title: shortened(status.standing.name, 90),
    aside: [{ text: `${standingInWords(status)} · all releases: `, soft: true }, pageLink('cover')],
    orientation: 'portrait',
    ownPage: true,
    blocks: statusBlocks(status, at, asOf, limits),
  };
}

function placeOf(at: number): string {
  return destination('release', String(at + 1));
}

/** One file is marked as all that is in it: each mark that a release carries, once. */
function classificationOf(statuses: readonly ReleaseStatus[]): string | null {
  const marks = statuses.flatMap(({ facts }) => facts.release.classification?.trim() || []);
  return marks.length === 0 ? null : joinWords([...new Set(marks)].sort());
}
