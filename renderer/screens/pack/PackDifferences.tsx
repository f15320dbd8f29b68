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
          <Changes title="Facts in this store, since" changes={opened.since.changes} />
          <Changes title="Findings in this store, since" changes={opened.since.findings} />
        </>
      ) : (
        <p className={texts.note}>This store does not have the release that the pack is of.</p>
      )}
      {compared ? <Changes title={`What changed from it to ${compared.name}`} changes={compared.changes} /> : null}
      <div>
        <Button variant="default" onClick={() => void comparePack()}>
          Compare with another pack…
        </Button>
      </div>
    </div>
  );
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
