import type { Status } from '../../../shared/domain/findings/vocabulary.ts';
import { type Evidence, evidenceKey } from '../../../shared/domain/records/evidence.ts';
import type { EvidenceStanding } from '../../../shared/domain/records/evidenceStanding.ts';
import { type Column, dateTrack } from '../../components/grid/column.ts';
import { specColumn } from '../../components/grid/specColumn.tsx';
import { statusColumn } from '../../components/grid/statusColumn.tsx';
import texts from '../../styles/texts.module.css';

/** Every standing by word, sign and colour, as the pack has them. */
export const standingStatus: Readonly<Record<EvidenceStanding, Status>> = {
  draft: { word: 'Draft', sign: '○', tone: 'notDue' },
  submitted: { word: 'Submitted', sign: '◐', tone: 'covered' },
  accepted: { word: 'Accepted', sign: '✓', tone: 'met' },
  rejected: { word: 'Rejected', sign: '✕', tone: 'notMet' },
  withdrawn: { word: 'Withdrawn', sign: '–', tone: 'notDue' },
  superseded: { word: 'Superseded', sign: '–', tone: 'notDue' },
  unknown: { word: 'No status', sign: '?', tone: 'cannotTell' },
};

/** @param documents by reference: the version of the RID or the TAD whose file an item is */
export function evidenceColumns(
  standing: (item: Evidence) => EvidenceStanding,
  documents: ReadonlyMap<string, string>,
): readonly Column<Evidence>[] {
  const whatFor = ({ criteria, reference }: Evidence) =>
    [...(criteria ?? []), ...(documents.has(reference) ? [documents.get(reference)] : [])].join(', ');
  return [
    { id: 'key', title: 'Reference', track: '84px', text: evidenceKey },
    statusColumn({ id: 'status', title: 'Status', track: '112px' }, (item) => standingStatus[standing(item)]),
    specColumn('evidence', 'title', 'minmax(160px, 3fr)'),
    {
      id: 'for',
      title: 'For',
      track: 'minmax(80px, 1fr)',
      text: whatFor,
      view: (item) => whatFor(item) || <span className={texts.note}>not linked</span>,
    },
    { id: 'provider', title: 'Provider', track: '72px', spare: 2, text: (item) => item.provider ?? '' },
    specColumn('evidence', 'effectiveOn', dateTrack(), { title: 'Effective', spare: 1 }),
    {
      id: 'file',
      title: 'File',
      track: 'minmax(100px, 2fr)',
      spare: 3,
      text: (item) => item.file ?? (item.sha256 ? 'taken out' : 'no file'),
    },
  ];
}
