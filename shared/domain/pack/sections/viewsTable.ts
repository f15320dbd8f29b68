import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import type { View } from '../../records/committees.ts';
import { standingView } from '../../rulebook/context/viewIndex.ts';
import type { Cell, Column, Span, Table } from '../blocks.ts';
import type { Standing } from '../bodyViews.ts';
import { type OtherView, otherViews, positionInWords, recordedView } from '../otherViews.ts';
import type { PackContext } from '../packContext.ts';
import { criterionPlace } from '../places.ts';
import { cell } from '../tables.ts';
import { staleStatus, statusSpan } from '../vocabulary.ts';
import { happenedWords, joined } from '../words.ts';
import { onBehalfOf } from './onBehalf.ts';

/**
 * Views with position, date, paper and exact wording; under a criterion by body, in the record by criterion. Below the
 * view that stands come the earlier ones of the same body, with what became of each, and those that are still to come.
 */
export function viewsTable(
  context: PackContext,
  standings: readonly Standing[],
  caption: string,
  by: 'body' | 'criterion' = 'body',
): Table {
  const columns: readonly Column[] = [
    { title: by === 'body' ? 'Body' : 'Criterion', weight: 12 },
    { title: 'Position', weight: 22 },
    { title: 'What it said', weight: 44 },
    { title: 'When', weight: 22 },
  ];
  const rows = standings.flatMap((standing) => [
    rowOf(context, standing, by),
    ...otherViews(context, standing).map((other) => otherRow(context, standing, other, by)),
  ]);
  return { kind: 'table', caption, columns, rows };
}

function rowOf(context: PackContext, standing: Standing, by: 'body' | 'criterion'): readonly Cell[] {
  const { state, status, stale } = standing;
  const said = standingView(state);
  const stands = said ?? state?.asked ?? null;
  const view = stands && recordedView(context, stands);
  const again = said && state?.asked ? `asked again ${askedOn(state.asked)}` : null;
  const text = context.criterion(standing.criterion)?.text ?? null;
  const below: readonly Span[] = [
    ...(stale === null ? [] : [{ text: `${stale} `, tone: 'short' as const }]),
    ...(view?.answer ? [{ text: `Answer: ${view.answer} `, soft: true }] : []),
    ...(view?.sawText && view.sawText !== text ? [{ text: `It saw the wording “${view.sawText}”.`, soft: true }] : []),
  ];
  return [
    cell(
      by === 'body'
        ? [{ text: standing.body, strong: true }]
        : [{ text: standing.criterion, to: criterionPlace(standing.criterion), strong: true }],
    ),
    status === null ? cell('–') : cell([statusSpan(status)], stale === null ? [] : [statusSpan(staleStatus)]),
    cell(wordingOf(view, said !== null), below),
    whenCell(view, again, context.asOf),
  ];
}

function otherRow(
  context: PackContext,
  standing: Standing,
  { view, when, became }: OtherView,
  by: 'body' | 'criterion',
): readonly Cell[] {
  const below = joined(
    [view.answer && `Answer: ${view.answer}`, view.sawText && `It saw the wording “${view.sawText}”.`],
    ' ',
  );
  return [
    cell([{ text: by === 'body' ? standing.body : standing.criterion, soft: true }], [{ text: when, soft: true }]),
    cell([{ text: positionInWords(view, context.asOf) ?? '–', soft: true }], [{ text: became, soft: true }]),
    cell(wordingOf(view, view.position !== null), [{ text: below ?? '', soft: true }]),
    whenCell(view, null, context.asOf),
  ];
}

function wordingOf(view: View | null, given: boolean): readonly Span[] {
  const behalf = view === null ? [] : onBehalfOf(view, 'position', 'wording', 'on');
  if (view?.wording) return [{ text: `“${view.wording}”` }, ...behalf];
  return [{ text: given ? 'No wording recorded.' : '', soft: true }, ...behalf];
}

function whenCell(view: View | null, again: string | null, asOf: CalendarDate): Cell {
  const saw = (view?.saw ?? []).map((item) => item.evidence).join(', ');
  const askedWords = view?.askedOn ? `asked ${happenedWords(view.askedOn, asOf)}` : null;
  const when = view?.on ? happenedWords(view.on, asOf) : askedWords;
  const asked = view?.on ? askedWords : null;
  const below = joined([asked, view?.meeting, view?.paper && `paper ${view.paper}`, saw && `saw ${saw}`, again], ' · ');
  return cell(when ?? [{ text: '–', soft: true }], [{ text: below ?? '', soft: true }]);
}

function askedOn(view: View): string {
  return joined([view.askedOn && formatDate(view.askedOn), view.paper && `with paper ${view.paper}`], ' ') ?? '';
}
