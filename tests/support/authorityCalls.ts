/** A text that was sent, as a call records it. */
export function aSending(pick: <Item>(items: readonly Item[]) => Item) {
  return {
    text: pick(['release-page', 'user-testing', 'approval', 'newsletter', 'decision']),
    channel: pick(['email', 'website']),
    on: pick(['2026-04-01', '2026-05-01']),
    address: pick([null, 'https://example.org']),
  };
}

/** The organisations whose entries differ between two lists of sign-offs or signatures. */
export function signers(before: unknown, after: unknown): readonly unknown[] {
  const texts = (list: unknown) => new Set(((list ?? []) as object[]).map((entry) => JSON.stringify(entry)));
  const [old, fresh] = [texts(before), texts(after)];
  const changed = [...old, ...fresh].filter((text) => !(old.has(text) && fresh.has(text)));
  return changed.map((text) => (JSON.parse(text) as { organisation: unknown }).organisation);
}
