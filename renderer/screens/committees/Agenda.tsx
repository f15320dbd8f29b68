import { Button } from '@mantine/core';
import { bodiesOfRelease } from '../../../shared/domain/rulebook/bodiesOfRelease.ts';
import { Panel } from '../../components/Panel.tsx';
import { copyText } from '../../stores/copyText.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useAsOf, useFacts, useFindings, useViewHistories } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { agendaDays } from './agendaDays.ts';
import { agendaOf } from './meetingRows.ts';

/** What each body is still to be asked, when it meets next, and by when its papers must be there. */
export function Agenda() {
  const facts = useFacts();
  const findings = useFindings();
  const asOf = useReleaseStore((state) => state.asOf);
  const today = useAsOf();
  const histories = useViewHistories();
  const plan = useEngineAnswer('plan.compute', { release: facts.release.id ?? '', asOf });
  const bodies = bodiesOfRelease(facts).flatMap((body) => {
    const open = agendaOf(body, facts, histories, findings).filter((row) => row.why !== null);
    return open.length > 0 ? [{ body, open }] : [];
  });
  if (bodies.length === 0) return null;
  return (
    <Panel title="What is still to be asked" note="planned back from the meetings">
      <ul className={lists.quiet}>
        {bodies.map(({ body, open }) => {
          const lines = open.map((row) => `${row.criterion.reference}: ${row.criterion.text ?? ''} (${row.why})`);
          return (
            <li key={body} className={layout.toolbar}>
              <b>{body}</b>
              <span>
                {open.length} {open.length === 1 ? 'criterion' : 'criteria'}:{' '}
                {open
                  .slice(0, 6)
                  .map((row) => row.criterion.reference)
                  .join(', ')}
                {open.length > 6 ? ` and ${open.length - 6} more` : ''}
              </span>
              <span className={texts.note}>{agendaDays(body, facts.meetings, plan?.items ?? [], today)}</span>
              <Button
                variant="default"
                size="compact-xs"
                onClick={() =>
                  void copyText(`${body} is asked:\n${lines.join('\n')}\n`, `Copied what ${body} is asked.`)
                }
              >
                Copy the agenda for {body}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
