import { Button } from '@mantine/core';
import { bodyInText, bodyOf } from '../../../shared/domain/records/bodies.ts';
import type { View } from '../../../shared/domain/records/committees.ts';
import { stampFor } from '../../../shared/domain/staleness/staleness.ts';
import { editAndTell } from '../../stores/releaseStore.ts';
import { useFacts } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import texts from '../../styles/texts.module.css';

interface StampProps {
  readonly view: View;
  readonly askAgain: () => void;
}

/** What the body saw when it gave its view; where that was never recorded, a person who knows says so. */
export function Stamp({ view, askAgain }: StampProps) {
  const facts = useFacts();
  if (!view.position)
    return (
      <p className={texts.note}>
        When a position is recorded, it is stamped with the wording and the evidence that the body is known to have
        seen.
      </p>
    );
  const { sawText, saw } = stampFor(facts, view.criterion, view.on);
  const record = (fields: Partial<View>) => editAndTell('view', view.id ?? '', fields);
  const body = bodyInText(view.body);
  return (
    <>
      <div data-field="sawText">
        <p className={texts.note}>{wordingInWords(view, sawText)}</p>
        {view.sawText === null ? (
          <Button variant="default" size="compact-xs" onClick={() => void record({ sawText })}>
            It saw the wording as it stands
          </Button>
        ) : null}
      </div>
      <div data-field="saw">
        <p className={texts.note}>{evidenceInWords(view)}</p>
        <span className={layout.pills}>
          {view.saw === null ? (
            <Button variant="default" size="compact-xs" onClick={() => void record({ saw })}>
              {saw.length === 0 ? 'It saw no evidence' : `It saw ${saw.map((one) => one.evidence).join(', ')}`}
            </Button>
          ) : null}
          <Button
            variant="default"
            size="compact-xs"
            onClick={askAgain}
            title={`Asks ${body} anew; what it said stays`}
          >
            Put it to {bodyOf(view.body)} again
          </Button>
        </span>
      </div>
    </>
  );
}

function wordingInWords({ sawText }: View, now: string | null): string {
  if (sawText === null) return 'Which wording it saw is not recorded.';
  return sawText === now ? 'Saw the wording as it stands.' : `Saw another wording: “${sawText}”`;
}

function evidenceInWords({ saw }: View): string {
  if (saw === null) return 'Which evidence it saw is not recorded.';
  return saw.length === 0 ? 'Saw no evidence.' : `Saw ${saw.map((one) => one.evidence).join(', ')}.`;
}
