import type { DocumentModel, Section } from '../../../shared/domain/pack/blocks.ts';
import type { PdfkitDocument, PdfOutline } from './pdfkitDocument.ts';

/** Bookmarks that lead to the headings themselves, by the named destinations that the layout has made. */
export function addBookmarks(document: PdfkitDocument, model: DocumentModel): void {
  const destinations = document._root.data.Names.data.Dests;
  const add = (parent: PdfOutline, title: string, place: string): PdfOutline | null => {
    const destination = destinations.get(place);
    if (!destination) return null;
    const item = parent.addItem(title, { expanded: false });
    item.dictionary.data.Dest = destination;
    return item;
  };
  const addSection = (section: Section, title: string) => {
    const item = add(document.outline, title, section.id);
    if (item === null) return;
    for (const block of section.blocks) if (block.kind === 'heading' && block.bookmark) add(item, block.text, block.id);
  };
  addSection(model.cover, model.cover.title);
  if (model.decision !== null) addSection(model.decision, model.decision.title);
  for (const section of model.sections) addSection(section, section.title);
}
