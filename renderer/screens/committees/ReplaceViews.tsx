import { Button } from '@mantine/core';
import { positionStatus } from '../../../shared/domain/findings/vocabulary.ts';
import { Dialog } from '../../components/Dialog.tsx';
import type { Answers } from '../../stores/sheetStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { type AgendaRow, positionAndDay } from './meetingRows.ts';

interface ReplaceViewsProps {
  readonly body: string;
  readonly rows: readonly AgendaRow[];
  readonly answers: Answers;
  readonly replace: () => void;
  readonly back: () => void;
}

/** Before a view that stands gets a successor: which, what it said, and what takes its place. */
export function ReplaceViews({ body, rows, answers, replace, back }: ReplaceViewsProps) {
  const one = rows.length === 1;
  return (
    <Dialog
      close={back}
      title={`${body} has said something of ${one ? 'one criterion' : `${rows.length} criteria`} already`}
      size="min(640px, 92vw)"
    >
      <div className={layout.stack}>
        <ul className={lists.quiet}>
          {rows.map(({ criterion, standing }) => {
            const position = answers.get(criterion.reference)?.position;
            return (
              <li key={criterion.reference}>
                <b>{criterion.reference}</b> {standing ? positionAndDay(standing) : ''}{' '}
                <span aria-hidden="true">→</span> <b>{position ? positionStatus[position].word : ''}</b>
              </li>
            );
          })}
        </ul>
        <p className={texts.note}>The earlier {one ? 'view is' : 'views are'} kept, and shown as replaced.</p>
        <div className={layout.pills}>
          <Button onClick={replace}>Replace {one ? 'it' : `these ${rows.length}`}</Button>
          <Button variant="default" onClick={back} data-autofocus>
            Back to the sheet
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
