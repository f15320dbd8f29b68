import { create } from 'zustand';
import type { Position } from '../../shared/domain/records/committees.ts';

/** What was typed on a sheet for one criterion. */
export interface Answer {
  readonly position: Position | null;
  readonly wording: string;
}

export type Answers = ReadonlyMap<string, Answer>;

/** What stands on the sheet of one body's meeting; null: as the sheet proposes it. */
export interface Sheet {
  readonly on: string | null;
  readonly paper: string;
  readonly answers: Answers;
}

const blank: Sheet = { on: null, paper: '', answers: new Map() };

interface SheetState {
  /** By release and body: what was typed stays until it is recorded or discarded, whatever the screen shows. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** Whose sheet was filled in last, by release. */
  readonly bodies: ReadonlyMap<string, string>;
}

const useSheetStore = create<SheetState>(() => ({ sheets: new Map(), bodies: new Map() }));

const keyOf = (release: string, body: string) => `${release} ${body}`;

/** The sheet of a body's meeting as it was left. */
export function useSheet(release: string, body: string): Sheet {
  return useSheetStore((state) => state.sheets.get(keyOf(release, body))) ?? blank;
}

/** The body whose sheet of this release was left half filled; null where none was. */
export function bodyLeft(release: string): string | null {
  return useSheetStore.getState().bodies.get(release) ?? null;
}

export function typeOnSheet(release: string, body: string, change: (sheet: Sheet) => Partial<Sheet>): void {
  useSheetStore.setState(({ sheets, bodies }) => {
    const sheet = sheets.get(keyOf(release, body)) ?? blank;
    return {
      sheets: new Map(sheets).set(keyOf(release, body), { ...sheet, ...change(sheet) }),
      bodies: new Map(bodies).set(release, body),
    };
  });
}

/** Recorded, or not wanted: the sheet is blank again. Another body's stands as it was left. */
export function clearSheet(release: string, body: string): void {
  useSheetStore.setState((state) => {
    const sheets = new Map(state.sheets);
    sheets.delete(keyOf(release, body));
    const bodies = new Map(state.bodies);
    const other = [...sheets.keys()].find((key) => key.startsWith(`${release} `));
    if (other === undefined) bodies.delete(release);
    else bodies.set(release, other.slice(release.length + 1));
    return { sheets, bodies };
  });
}

/** Whether anything that a person typed would be lost with it. */
export function isTypedOn(sheet: Sheet): boolean {
  const said = [...sheet.answers.values()].some(({ position, wording }) => position !== null || wording !== '');
  return said || sheet.on !== null || sheet.paper !== '';
}
