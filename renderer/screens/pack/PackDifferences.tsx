import { Button } from '@mantine/core';
import { comparePack, usePackStore } from '../../stores/packStore.ts';
import layout from '../../styles/layout.module.css';
import lists from '../../styles/lists.module.css';
import texts from '../../styles/texts.module.css';

/** What differs between an opened pack and this store, and between it and another pack. */
export function PackDifferences() {
  const { opened, compared } = usePackStore();
  return (
    <div className={layout.stack}>
      {opened?.since ? (
        <>
          <Notes notes={opened.since.notes} />
          <Changes title="Facts in this store, since" changes={opened.since.changes} />
          <Changes title="Findings in this store, since" changes={opened.since.findings} />
        </>
      ) : (
        <p className={texts.note}>This store does not have the release that the pack is of.</p>
      )}
      {compared ? (
        <>
          <Notes notes={compared.notes} />
          <Changes title={`What changed from it to ${compared.name}`} changes={compared.changes} />
          <Changes title={`Findings that changed from it to ${compared.name}`} changes={compared.findings} />
        </>
      ) : null}
      <div>
        <Button variant="default" onClick={() => void comparePack()}>
          Compare with another pack…
        </Button>
      </div>
    </div>
  );
}

/** Where both are not of one edition or document: said before what differs, for what one does not hold is no change. */
function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className={texts.note}>
      {note}
    </p>
  ));
}

function Changes({
  title,
  changes,
}: {
  readonly title: string;
  readonly changes: readonly { readonly kind: string; readonly subject: string | null; readonly sentence: string }[];
}) {
  return (
    <section aria-label={title}>
      <h3 className={texts.day}>{title}</h3>
      {changes.length === 0 ? <p className={texts.note}>Nothing differs.</p> : null}
      <ul className={lists.quiet}>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.subject} ${change.sentence}`}>{change.sentence}</li>
        ))}
      </ul>
    </section>
  );
}
