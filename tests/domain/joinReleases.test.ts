import { describe, expect, it } from 'vitest';
import { type HeldRelease, joinReleases } from '../../shared/domain/merge/joinReleases.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import fc from '../support/properties.ts';

type Fields = Readonly<Record<string, unknown>>;
type Records = Partial<Record<ListKind, readonly Fields[]>>;

/** Every record has the same fields, as records of the store have. */
function release(id: string, own: Fields, records: Records): HeldRelease {
  return {
    release: { id, fields: { name: 'June 2026 SEC Release', ...own } },
    records: (kind) => (records[kind] ?? []).map((fields, at) => ({ id: `${id}-${kind}-${at}`, fields })),
  };
}

const criterion = (reference: string, text: string | null, rationale: string | null = null) => ({
  reference,
  text,
  rationale,
});

describe('two releases of one slot', () => {
  it('give what only one states, and are compared where both state something else', () => {
    const ours = release('a', { slot: '2026-06', adHocReason: null }, { criterion: [criterion('AC-01', 'Ours.')] });
    const theirs = release(
      'b',
      { slot: '2026-06', adHocReason: 'Told.' },
      { criterion: [criterion('AC-01', 'Theirs.', 'Why.'), criterion('AC-02', 'Only theirs.')] },
    );
    const join = joinReleases(ours, theirs, true, {});
    expect(join.edited).toMatchObject([
      { kind: 'release', id: 'a', fields: { adHocReason: 'Told.' } },
      { kind: 'criterion', id: 'a-criterion-0', fields: { rationale: 'Why.' } },
    ]);
    expect(join.added.map(({ kind, from }) => [kind, from])).toEqual([['criterion', 'b-criterion-1']]);
    expect(join.differences).toEqual([
      { record: 'criterion:AC-01', field: 'text', mine: 'Ours.', theirs: 'Theirs.', chosen: null },
    ]);
    const chosen = joinReleases(ours, theirs, true, { 'criterion:AC-01#text': 'theirs', 'risk:x#title': 'mine' });
    expect(chosen.edited[1]?.fields).toEqual({ rationale: 'Why.', text: 'Theirs.' });
    expect([...(chosen.edited[1]?.replaced ?? [])]).toEqual([['text', { isChosen: true }]]);
    expect(chosen.strayChoices).toEqual(['risk:x#title']);
  });

  it('know one meeting or view that both entered, also by what it is about', () => {
    const ours = release('a', {}, { view: [{ body: 'TAG', criterion: 'AC-01', on: null, position: null }] });
    const theirs = release('b', {}, { view: [{ body: 'tag ', criterion: 'AC-01', on: null, position: 'supports' }] });
    const { added, edited } = joinReleases(ours, theirs, true, { 'view:TAG/AC-01#body': 'mine' });
    expect(added).toEqual([]);
    expect(edited).toMatchObject([{ kind: 'view', id: 'a-view-0', fields: { position: 'supports' } }]);
  });

  it('come to the same facts whichever stays, where the same values are chosen', () => {
    const text = fc.constantFrom(null, 'one', 'two');
    const records = fc
      .array(fc.tuple(fc.constantFrom('AC-01', 'AC-02', 'AC-03'), text, text), { maxLength: 3 })
      .map((all) => [...new Map(all.map(([key, ...rest]) => [key, criterion(key, ...rest)])).values()]);
    const factsAfter = (stays: HeldRelease, goes: HeldRelease, isMine: boolean) => {
      const { added, edited } = joinReleases(stays, goes, isMine, {});
      const edits = new Map(edited.map(({ id, fields }) => [id, fields]));
      const kept = stays.records('criterion').map(({ id, fields }) => ({ ...fields, ...edits.get(id) }));
      return [...kept, ...added.map(({ fields }) => fields)].map((one) => JSON.stringify(one)).sort();
    };
    fc.assert(
      fc.property(records, records, (mine, theirs) => {
        const [a, b] = [release('a', {}, { criterion: mine }), release('b', {}, { criterion: theirs })];
        // `mine` stands where nobody chose: the release that is named first, whether it stays or goes.
        expect(factsAfter(a, b, true)).toEqual(factsAfter(b, a, false));
      }),
    );
  });
});
