import { Button } from '@mantine/core';
import { Dialog } from '../../components/Dialog.tsx';
import { giveUpReturned, keepReturned, openMeetingSheet, useReturnedStore } from '../../stores/returnedStore.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';
import { AnswerPlan } from './AnswerPlan.tsx';
import { CommentPlan } from './CommentPlan.tsx';

/** A pack or paper that was dropped on the window: what came back in it, and what is to become of it. */
export function ReturnedModal() {
  const { file, answer, comments, problem } = useReturnedStore();
  if (!file) return null;
  const title = answer
    ? `The answer of ${answer.body} in ${answer.paper}`
    : comments
      ? `Comments on ${comments.pack}`
      : file.name;
  return (
    <Dialog close={giveUpReturned} title={title} size="min(980px, 94vw)">
      <div className={layout.stack}>
        {answer ? <AnswerPlan answer={answer} /> : null}
        {comments ? <CommentPlan comments={comments} /> : null}
        {problem === null || comments ? null : (
          <>
            <p className={texts.about} role="alert">
              {problem}
            </p>
            <div className={layout.pills}>
              <Button onClick={openMeetingSheet}>Open Committees</Button>
              <Button variant="default" onClick={() => void keepReturned()}>
                Keep it as evidence
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
