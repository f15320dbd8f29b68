import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { londonDay } from '../../shared/domain/calendar/londonDay.ts';
import { countOf } from '../../shared/domain/foundation/words.ts';
import { bodyOf } from '../../shared/domain/records/bodies.ts';
import { ActionButton } from '../components/ActionButton.tsx';
import { Panel } from '../components/Panel.tsx';
import { Removable } from '../components/Removable.tsx';
import { WholeNumberInput } from '../components/WholeNumberInput.tsx';
import fieldGrid from '../fields/fields.module.css';
import lists from '../styles/lists.module.css';
import texts from '../styles/texts.module.css';
import { HoldsFromInput, isUnread } from './HoldsFromInput.tsx';
import type { PartProps } from './RulebookChanges.tsx';

type Deadline = PartProps['settings']['rulebook']['paperDeadlines'][number];

/** How long before its meeting a body wants its papers, and from which day on; what was judged before that day stays. */
export function PaperDeadlines({ settings, save }: PartProps) {
  const { rulebook } = settings;
  const [body, setBody] = useState('');
  const [days, setDays] = useState<number | null>(null);
  const [from, setFrom] = useState<string>(londonDay(Date.now()));
  const put = (paperDeadlines: readonly Deadline[]) =>
    void save({ ...settings, rulebook: { ...rulebook, paperDeadlines: [...paperDeadlines] } });
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (days === null) return;
    const set: Deadline = { body: body.trim(), workingDays: days, from: isCalendarDate(from) ? from : null };
    const others = rulebook.paperDeadlines.filter(
      (one) => bodyOf(one.body) !== bodyOf(set.body) || (one.from ?? null) !== set.from,
    );
    put([...others, set]);
  };
  return (
    <Panel title="Paper deadlines" note="working days before a body's meeting">
      <ul className={lists.quiet}>
        {rulebook.paperDeadlines.map((deadline) => (
          <Removable
            key={`${deadline.body} ${deadline.from}`}
            name={`the paper deadline of ${deadline.body}`}
            remove={() => put(rulebook.paperDeadlines.filter((each) => each !== deadline))}
          >
            {deadline.body}: {countOf(deadline.workingDays, 'working day')}
            {deadline.from ? <span className={texts.note}> from {formatDate(deadline.from)}</span> : null}
          </Removable>
        ))}
      </ul>
      <form className={fieldGrid.fields} onSubmit={add}>
        <div data-span="6">
          <TextInput label="Body" value={body} onChange={(event) => setBody(event.currentTarget.value)} />
        </div>
        <div data-span="6">
          <WholeNumberInput label="Working days" most={260} value={days} change={setDays} />
        </div>
        <div data-span="6">
          <HoldsFromInput day={from} change={setFrom} />
        </div>
        <div data-span="6">
          <ActionButton
            type="submit"
            variant="default"
            why={
              body.trim() === '' || days === null || isUnread(from)
                ? 'Say first for which body, how many working days, and from which day it holds.'
                : null
            }
          >
            Set deadline
          </ActionButton>
        </div>
      </form>
    </Panel>
  );
}
