import type { HeldReading } from '../../../shared/contract/import.ts';
import { Panel } from '../../components/Panel.tsx';
import lists from '../../styles/lists.module.css';

/** What has to be said before anything is taken. */
export function Questions({ held }: { readonly held: HeldReading }) {
  const { questions } = held.reading;
  if (questions.length === 0) return null;
  return (
    <Panel title="To be said first" note={questions.length}>
      <ul className={lists.quiet}>
        {questions.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Panel>
  );
}
