import { formatDate } from '../../calendar/calendarDate.ts';
import type { Cell, Column, Span, Table } from '../blocks.ts';
import type { Standing } from '../bodyViews.ts';
import { criterionPlace } from '../places.ts';
import { cell } from '../tables.ts';
import { staleStatus, statusSpan } from '../vocabulary.ts';
import { joined } from '../words.ts';

/** Views with position, date, paper and exact wording; under a criterion by body, in the record by criterion. */
export function viewsTable(standings: readonly Standing[], caption: string, by: 'body' | 'criterion' = 'body'): Table {
  const columns: readonly Column[] = [
    { title: by === 'body' ? 'Body' : 'Criterion', weight: 12 },
    { title: 'Position', weight: 22 },
    { title: 'What it said', weight: 44 },
    { title: 'When', weight: 22 },
  ];
  return { kind: 'table', caption, columns, rows: standings.map((standing) => rowOf(standing, by)) };
}

function rowOf(standing: Standing, by: 'body' | 'criterion'): readonly Cell[] {
  const { state, status, stale } = standing;
  const view = state?.given ?? state?.asked ?? null;
  const wording: readonly Span[] = view?.wording
    ? [{ text: `“${view.wording}”` }]
    : [{ text: state?.given ? 'No wording recorded.' : '', soft: true }];
  const below: readonly Span[] = [
    ...(stale === null ? [] : [{ text: stale, tone: 'short' as const }]),
    ...(view?.answer ? [{ text: `${stale === null ? '' : ' '}Answer: ${view.answer}`, soft: true }] : []),
  ];
  const saw = (view?.saw ?? []).map((item) => item.evidence).join(', ');
  const when = joined([
    view?.on && formatDate(view.on),
    view?.on ? null : view?.askedOn && `asked ${formatDate(view.askedOn)}`,
  ]);
  return [
    cell(
      by === 'body'
        ? [{ text: standing.body, strong: true }]
        : [{ text: standing.criterion, to: criterionPlace(standing.criterion), strong: true }],
    ),
    status === null ? cell('–') : cell([statusSpan(status)], stale === null ? [] : [statusSpan(staleStatus)]),
    cell(wording, below),
    cell(when ?? [{ text: '–', soft: true }], [
      {
        text: joined([view?.meeting, view?.paper && `paper ${view.paper}`, saw && `saw ${saw}`], ' · ') ?? '',
        soft: true,
      },
    ]),
  ];
}
