import { Button } from '@mantine/core';
import { Dialog } from '../components/Dialog.tsx';
import { closeQuestion, useQuestionStore } from '../stores/questionStore.ts';
import layout from '../styles/layout.module.css';

/** One question before something is lost; the safe answer has the cursor. */
export function QuestionModal() {
  const question = useQuestionStore((state) => state.question);
  if (!question) return null;
  const { title, text, yes, no, run } = question;
  return (
    <Dialog close={closeQuestion} title={title}>
      <div className={layout.stack}>
        <p>{text}</p>
        <div className={layout.pills}>
          <Button
            color="red"
            onClick={() => {
              closeQuestion();
              run();
            }}
          >
            {yes}
          </Button>
          <Button variant="default" onClick={closeQuestion} data-autofocus>
            {no}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
