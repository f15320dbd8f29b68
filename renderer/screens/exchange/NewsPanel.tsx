import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { uncapitalise } from '../../../shared/domain/foundation/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { ShowMore } from '../../components/ShowMore.tsx';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';
import { deedOf, labelOf } from '../history/historyWords.ts';
import { counted, momentInWords } from './exchangeWords.ts';
import { useExchange } from './useExchange.ts';

type News = OutputOf<'exchange.received'>['entries'][number];

const atOnce = 15;

/** What the other side did since the time before: their own history, as it came with the last bundle. */
export function NewsPanel({ releaseId }: { readonly releaseId: string }) {
  const news = useExchange('exchange.received', releaseId);
  const [limit, setLimit] = useState(atOnce);
  if (!news?.at) return null;
  const since = news.isTakenBack ? '; taken back since, so that nothing of it stands here' : '';
  return (
    <Panel title="New since last time" note={`from ${news.from ?? 'them'}, taken in ${momentInWords(news.at)}${since}`}>
      {news.entries.length === 0 ? <p className={texts.note}>Nothing that was not known here.</p> : null}
      <ul className={lists.quiet}>
        {news.entries.slice(0, limit).map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one person may do the same twice in one moment.
          <li key={`${entry.at} ${at}`}>
            <b>{entry.actor}</b>
            {entry.organisation ? `, ${entry.organisation},` : ''} {deedInWords(entry)}{' '}
            <span className={texts.note}>{momentInWords(entry.at)}</span>
          </li>
        ))}
      </ul>
      <ShowMore total={news.entries.length} limit={limit} setLimit={setLimit} />
      {news.count > news.entries.length ? (
        <p className={texts.note}>{counted(news.count, 'change')} in all; the newest are shown.</p>
      ) : null}
    </Panel>
  );
}

function deedInWords(entry: News): string {
  const kind = entry.kind as HistoryEntry['kind'];
  const deed = deedOf({ ...entry, kind, batch: { did: entry.did } });
  const fields = entry.fields.map((field) => uncapitalise(labelOf(kind, field)));
  return fields.length > 0 ? `${deed}: ${fields.join(', ')}` : deed;
}
