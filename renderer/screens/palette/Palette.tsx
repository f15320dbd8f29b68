import { Spotlight } from '@mantine/spotlight';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { commands } from '../../../shared/contract/commands.ts';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import { openTarget } from '../../places/openTarget.ts';
import { goTo } from '../../stores/appStore.ts';
import { look, remember, usePaletteStore } from '../../stores/paletteStore.ts';
import { openRelease, useReleaseStore } from '../../stores/releaseStore.ts';
import { wordedKey } from '../../stores/wordedKey.ts';
import texts from '../../styles/texts.module.css';
import { type Command, commandsNow } from './commands.ts';
import styles from './Palette.module.css';

const mostCommands = 8;

/** Ctrl+K: every place, every action, and every record by any of its words. */
export function Palette() {
  const { query, hits, complete, recent } = usePaletteStore();
  const open = useReleaseStore((state) => state.open?.id ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the commands follow from the release that is open.
  const all = useMemo(() => commandsNow(), [open, query === '']);
  /** Done once the palette is closed, so that the cursor is where the action leaves it. */
  const waiting = useRef<(() => void) | null>(null);
  const shown = fitting(all, query, recent);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={look}
      shortcut={commands.find.keys.map((key) => key.replace('+', ' + '))}
      tagsToIgnore={[]}
      scrollable
      maxHeight={460}
      // As behind every other dialog.
      overlayProps={{ blur: 0, backgroundOpacity: 0.6 }}
      clearQueryOnClose
      returnFocus
      // Whoever asks again at once would type into the one that is leaving.
      transitionProps={{ duration: 0 }}
      onSpotlightClose={() => {
        waiting.current?.();
        waiting.current = null;
      }}
    >
      <Spotlight.Search
        placeholder="A place, an action, or any words of a record"
        aria-label="Find anything"
        onKeyDown={takeFirst}
      />
      <Spotlight.ActionsList className={styles.list ?? ''}>
        {shown.length > 0 ? (
          <Spotlight.ActionsGroup label={query === '' ? 'Recent and places' : 'Places and actions'}>
            {shown.map((command) => (
              <Spotlight.Action
                key={`${command.group} ${command.name}`}
                label={command.name}
                rightSection={
                  command.shortcut ? (
                    <kbd>{command.shortcut}</kbd>
                  ) : (
                    <span className={`${texts.note} ${styles.aside}`}>{command.group}</span>
                  )
                }
                onClick={() => {
                  remember(command.name);
                  waiting.current = command.run;
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {hits.length > 0 ? (
          <Spotlight.ActionsGroup label={complete ? 'Records' : 'Records (still looking)'}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={hit.recordId}
                onClick={() => {
                  waiting.current = () => void openHit(hit);
                }}
              >
                <HitLine hit={hit} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {shown.length + hits.length === 0 ? <Spotlight.Empty>Nothing holds these words.</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function HitLine({ hit }: { readonly hit: SearchHit }) {
  const noun = hit.kind === 'release' ? 'release' : recordKinds[hit.kind].noun;
  return (
    <div className={styles.hit}>
      <div>
        <b>{hit.kind === 'release' ? hit.key : wordedKey(hit.kind, hit.key)}</b>{' '}
        <span className={`${texts.note} ${styles.aside}`}>{noun}</span>
        <span className={`${texts.note} ${styles.aside} ${styles.release}`}>{hit.release}</span>
      </div>
      <div className={`${texts.note} ${styles.aside}`}>
        {hit.snippet.map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one snippet never change their order.
          part.fits ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
        )}
      </div>
    </div>
  );
}

/** Enter takes the first line also where it came later than the list, as records do. */
function takeFirst(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || document.querySelector('.mantine-Spotlight-action[data-selected]')) return;
  document.querySelector<HTMLElement>('.mantine-Spotlight-action')?.click();
}

async function openHit(hit: SearchHit): Promise<void> {
  if (useReleaseStore.getState().open?.id !== hit.releaseId) await openRelease(hit.releaseId);
  if (hit.kind === 'release') goTo('overview');
  else openTarget({ kind: hit.kind, id: hit.recordId, key: hit.key, field: null });
}

/** Every word typed stands in the name, and what begins so comes first; without words, what was used last and the places. */
function fitting(all: readonly Command[], query: string, recent: readonly string[]): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    const used = recent.flatMap((name) => all.find((command) => command.name === name) ?? []);
    return [...used, ...all.filter((command) => command.group === 'Go to' && !used.includes(command))];
  }
  const begins = ({ name }: Command) => (name.toLowerCase().startsWith(words.join(' ')) ? 0 : 1);
  return all
    .filter((command) => words.every((word) => command.name.toLowerCase().includes(word)))
    .toSorted((left, right) => begins(left) - begins(right))
    .slice(0, mostCommands);
}
