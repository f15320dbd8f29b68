import { Button } from '@mantine/core';
import { formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { type Chase, chaseList, chaseText } from '../../../shared/domain/chase/chaseList.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { copyText } from '../../stores/copyText.ts';
import { useReleaseStore } from '../../stores/releaseStore.ts';
import { useEngineAnswer } from '../../stores/useEngineAnswer.ts';
import { useIsStillAsked } from '../../stores/useFacts.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';

/** What each organisation and body owes by when, ready to be pasted into an e-mail. */
export function ChaseModal() {
  const open = useReleaseStore((state) => state.open);
  const asOf = useReleaseStore((state) => state.asOf);
  const plan = useEngineAnswer('plan.compute', open ? { release: open.id, asOf } : null);
  const isStillAsked = useIsStillAsked();
  if (!open) return null;
  const { readiness, facts } = open;
  const chases = plan
    ? chaseList(
        plan,
        readiness.findings.filter((one) => isStillAsked(one.rule)),
        readiness.asOf,
      )
    : [];
  const text = (chase: Chase) => chaseText(facts.release.name, readiness.asOf, chase);
  const copy = (what: string, content: string) => void copyText(content, `Copied ${what}; paste it into an e-mail.`);
  return (
    <Dialog title={`Who owes what, as of ${formatDate(readiness.asOf)}`} size="min(820px, 92vw)">
      <div className={layout.stack}>
        {plan && chases.length === 0 ? <p className={texts.note}>Nobody owes anything.</p> : null}
        {chases.length > 1 ? (
          <div>
            <Button size="compact-xs" onClick={() => copy('everything', chases.map(text).join('\n'))}>
              Copy everything
            </Button>
          </div>
        ) : null}
        {chases.map((chase) => (
          <section key={chase.who} aria-label={chase.who}>
            <div className={layout.toolbar}>
              <b>{chase.who}</b>
              <span className={texts.note}>{chase.owes.length}</span>
              <Button variant="default" size="compact-xs" onClick={() => copy(`what ${chase.who} owes`, text(chase))}>
                Copy for {chase.who}
              </Button>
            </div>
            <ul className={`${lists.quiet} ${lists.dated}`}>
              {chase.owes.map((owed) => (
                <li key={owed.what}>
                  <span>{owed.what}</span>
                  <span className={texts.note}>
                    {owed.by === null
                      ? 'no date'
                      : owed.late
                        ? `was due ${formatDate(owed.by)}`
                        : `by ${formatDate(owed.by)}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
