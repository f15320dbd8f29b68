import { type DocumentModel, type Section, sectionsOf } from '../../../shared/domain/pack/blocks.ts';
import type { Faces } from '../fonts/faces.ts';
import type { PrintableNotes } from '../fonts/printable.ts';
import { decisionScale, landscapeWidth, normalScale, portraitWidth, type Scale } from '../look.ts';

/** What blocks are drawn with: faces, sizes, the width at hand, and the destinations that exist. */
export interface Drawing {
  readonly faces: Faces;
  readonly scale: Scale;
  readonly width: number;
  /** Links to any other name are printed as plain text, for pdfmake refuses the whole document over one. */
  readonly places: ReadonlySet<string>;
  /** Page numbers are not known and stand as `00`, which is how pdfmake measures them. */
  readonly pretend: boolean;
  /** Names given out so far: pdfmake refuses a second one of the same name. */
  readonly given: Set<string>;
  readonly notes: PrintableNotes;
}

export function drawingOf(model: DocumentModel, faces: Faces): Drawing {
  return {
    faces,
    scale: normalScale,
    width: portraitWidth,
    places: placesOf(model),
    pretend: false,
    given: new Set(),
    notes: { missing: new Map() },
  };
}

export function drawingFor(section: Section, drawing: Drawing, tight = false): Drawing {
  return {
    ...drawing,
    scale: tight ? decisionScale : normalScale,
    width: section.orientation === 'landscape' ? landscapeWidth : portraitWidth,
  };
}

/** The name for a node, once; nothing where it has been given out already. */
export function claim(id: string | undefined, drawing: Drawing): { readonly id?: string } {
  if (id === undefined || drawing.given.has(id)) return {};
  drawing.given.add(id);
  return { id };
}

function placesOf(model: DocumentModel): ReadonlySet<string> {
  const places = new Set<string>();
  for (const section of sectionsOf(model)) {
    places.add(section.id);
    for (const block of section.blocks) {
      if (block.kind === 'heading') places.add(block.id);
      if (block.kind === 'table')
        for (const row of block.rows) for (const cell of row) if (cell.id) places.add(cell.id);
    }
  }
  return places;
}
