import { Button } from '@mantine/core';
import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { Dialog } from '../../components/Dialog.tsx';
import type { Answers } from '../../stores/sheetStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { type AgendaRow, positionAndDay, replaceInWords, standsOn } from './meetingRows.ts';

interface ReplaceViewsProps {
  readonly body: string;
  /** The day of the meeting. */
  readonly on: CalendarDate;
  readonly rows: readonly AgendaRow[];
  readonly answers: Answers;
  readonly replace: () => void;
  readonly back: () => void;
}

/** Before a view is recorded where one stands: which, what it said, and which of them stands then. */
export function ReplaceViews({ body, on, rows, answers, replace, back }: ReplaceViewsProps) {
  const { title, note, button } = replaceInWords(body, rows, answers, on);
  return (
    <Dialog close={back} title={title} size="min(640px, 92vw)">
      <div className={layout.stack}>
        <ul className={lists.quiet}>
          {rows.map((row) => {
            const { criterion, standing } = row;
            const position = answers.get(criterion.reference)?.position ?? null;
            return (
              <li key={criterion.reference}>
                <b>{criterion.reference}</b> {standing ? positionAndDay(standing) : ''}
                {standsOn(row, answers, on) ? (
                  <>
                    {' '}
                    stands on; kept beside it: <b>{positionAndDay({ position, on })}</b>
                  </>
                ) : (
                  <>
                    {' '}
                    <span aria-hidden="true">→</span> <b>{position ? positionStatus[position].word : ''}</b>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <p className={texts.note}>{note}</p>
        <div className={layout.pills}>
          <Button onClick={replace}>{button}</Button>
          <Button variant="default" onClick={back} data-autofocus>
            Back to the sheet
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
