import type { Chain, ToldChain } from '../../shared/domain/merge/branches.ts';
import type { Knowledge } from '../../shared/domain/merge/knowledge.ts';

type Entry = ToldChain['history'][number];

/** Of every known write the hash of its entry, by store and number. */
export class HeldChain implements Chain {
  private held = new Map<string, Entry>();

  copy(): HeldChain {
    const copy = new HeldChain();
    copy.held = new Map(this.held);
    return copy;
  }

  keep(entry: Entry): void {
    const name = `${entry.storeId}/${entry.seq}`;
    if (!this.held.has(name)) this.held.set(name, entry);
  }

  entries(): readonly Entry[] {
    return [...this.held.values()];
  }

  readonly hashAt = (store: string, seq: number): string | null | undefined => this.held.get(`${store}/${seq}`)?.hash;

  readonly firstAfter = (store: string, above: number): string | null => {
    const later = this.entries().filter(({ storeId, seq }) => storeId === store && seq > above);
    return later.sort((left, right) => left.seq - right.seq)[0]?.hash ?? null;
  };

  hashesAt(knowledge: Knowledge): Record<string, string> {
    const found = Object.entries(knowledge).map(([store, seq]) => [store, this.hashAt(store, seq) ?? ''] as const);
    return Object.fromEntries(found.filter(([, hash]) => hash !== ''));
  }
}
