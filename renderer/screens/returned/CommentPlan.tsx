import { Button } from '@mantine/core';
import type { PackComments } from '../../../shared/contract/pack.ts';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';
import { ActionButton, alreadyAtIt } from '../../components/ActionButton.tsx';
import { keepReturned, takeComments, useReturnedStore } from '../../stores/returnedStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import tables from '../../styles/tables.module.css';
import texts from '../../styles/texts.module.css';

/** What readers remarked, where they remarked it; recorded only when the person says so. */
export function CommentPlan({
  comments: { pack, comments, pagesChanged, notes },
}: {
  readonly comments: PackComments;
}) {
  const { busy, answer } = useReturnedStore();
  return (
    <section className={layout.stack} aria-label={`Comments on ${pack}`}>
      {answer ? <h3 className={texts.day}>Comments in it</h3> : null}
      {pagesChanged || notes.length > 0 ? (
        <ul className={`${lists.quiet} ${texts.about}`} role="alert">
          {pagesChanged ? (
            <li>Its pages are not those of {pack} as it was issued; a comment may be about other words.</li>
          ) : null}
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      <div className={tables.place}>
        <table className={tables.table} aria-label="What readers remarked">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">On the words</th>
              <th scope="col">Comment</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {comments.map(({ page, at, quoted, author, on, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may be alike in everything; the list never changes.
              <tr key={index}>
                <td className={tables.fit}>
                  {page === null ? 'no page of it' : `page ${page}`}
                  <div className={texts.note}>{at?.replace(':', ' ') ?? ''}</div>
                </td>
                <td>{quoted === null ? <span className={texts.note}>none</span> : `“${quoted}”`}</td>
                <td>{text}</td>
                <td className={tables.fit}>
                  {author ?? <span className={texts.note}>nobody named</span>}
                  <div className={texts.note}>{on !== null && isCalendarDate(on) ? formatDate(on) : ''}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={layout.pills}>
        <Button loading={busy} onClick={() => void takeComments()}>
          Record {countOf(comments.length, 'comment')}
        </Button>
        {answer ? null : (
          <ActionButton variant="default" why={busy ? alreadyAtIt : null} onClick={() => void keepReturned()}>
            Keep it as evidence instead
          </ActionButton>
        )}
      </div>
    </section>
  );
}
