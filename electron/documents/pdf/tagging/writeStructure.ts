import { pdfText } from '../pdfText.ts';
import type { Parent } from './markedContent.ts';
import { type Kid, StructureElement } from './structure.ts';

/** What the tree needs of the file: numbers for objects, and writing them. */
interface File {
  readonly newId: () => number;
  readonly write: (id: number, text: string) => void;
}

/** Entries in one leaf of the parent tree. */
const LEAF = 64;

/** Writes the structure tree, whose root is the object `treeId`, and its parent tree. */
export function writeStructure(file: File, treeId: number, root: StructureElement, parents: readonly Parent[]): void {
  prune(root);
  number(root, file);
  write(root, treeId, file);
  const parentTree = writeParentTree(parents, file);
  file.write(
    treeId,
    `<</Type/StructTreeRoot/K[${root.id} 0 R]/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${parents.length}>>`,
  );
}

/** Takes out elements without content, but not cells: each row of a table has the same number of them. */
function prune(element: StructureElement): boolean {
  let kept = 0;
  const { kids } = element;
  for (const kid of kids) if (!(kid instanceof StructureElement) || prune(kid)) kids[kept++] = kid;
  kids.length = kept;
  return kept > 0 || element.role === 'TD' || element.role === 'TH';
}

function number(element: StructureElement, file: File): void {
  element.id = file.newId();
  for (const kid of element.kids) if (kid instanceof StructureElement) number(kid, file);
}

function write(element: StructureElement, parentId: number, file: File): void {
  const page = element.kids.find((kid) => !(kid instanceof StructureElement)) as { readonly page: number } | undefined;
  const on = page === undefined ? '' : `/Pg ${page.page} 0 R`;
  const kids = element.kids.map((kid) => kidText(kid, page?.page));
  const content = kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(' ')}]`;
  file.write(
    element.id,
    `<</Type/StructElem/S/${element.role}/P ${parentId} 0 R${attributesOf(element)}${on}${content}>>`,
  );
  for (const kid of element.kids) if (kid instanceof StructureElement) write(kid, element.id, file);
}

function kidText(kid: Kid, page: number | undefined): string {
  if (kid instanceof StructureElement) return `${kid.id} 0 R`;
  if ('annotation' in kid) return `<</Type/OBJR/Obj ${kid.annotation} 0 R/Pg ${kid.page} 0 R>>`;
  return kid.page === page ? `${kid.mcid}` : `<</Type/MCR/Pg ${kid.page} 0 R/MCID ${kid.mcid}>>`;
}

function attributesOf({ attributes, box }: StructureElement): string {
  if (attributes?.language !== undefined) return `/Lang ${pdfText(attributes.language)}`;
  const alt = attributes?.alt === undefined ? '' : `/Alt ${pdfText(attributes.alt)}`;
  if (box !== null) {
    const corners = box.map((value) => Math.round(value * 100) / 100).join(' ');
    return `${alt}/A<</O/Layout/Placement/Block/BBox[${corners}]>>`;
  }
  if (attributes?.scope !== undefined) return `${alt}/A<</O/Table/Scope/${attributes.scope}>>`;
  return attributes?.summary === undefined ? alt : `${alt}/A<</O/Table/Summary ${pdfText(attributes.summary)}>>`;
}

/** From each page's marks, and from each link, back to the elements. */
function writeParentTree(parents: readonly Parent[], file: File): number {
  const leaves: string[] = [];
  for (let from = 0; from < parents.length; from += LEAF) {
    const to = Math.min(from + LEAF, parents.length);
    const entries = parents.slice(from, to).map((parent, at) => `${from + at} ${parentText(parent)}`);
    const id = file.newId();
    file.write(id, `<</Limits[${from} ${to - 1}]/Nums[${entries.join(' ')}]>>`);
    leaves.push(`${id} 0 R`);
  }
  const id = file.newId();
  file.write(id, `<</Kids[${leaves.join(' ')}]>>`);
  return id;
}

function parentText(parent: Parent): string {
  return Array.isArray(parent) ? `[${parent.map(({ id }) => `${id} 0 R`).join(' ')}]` : `${parent.id} 0 R`;
}
