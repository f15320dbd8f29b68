import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** More than any paper has, and more than anybody types: a file made to be large ends here. */
const MOST_FIELDS = 20_000;
const LONGEST = 100_000;
const DEEPEST = 12;

const key = (name: string) => PDFName.of(name);

/**
 * The values of a form, by the whole name of each field; '' where nothing was filled in. Fields that only a page still
 * knows, because a program dropped the list of them, count as well.
 */
export function readFields(document: PDFDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const seen = new Set<PDFDict>();
  const form = dictionary(document.catalog.lookup(key('AcroForm')));
  for (const field of dictionariesIn(form?.lookup(key('Fields')))) readField(field, '', values, seen, 0);
  for (const page of document.getPages())
    for (const widget of dictionariesIn(page.node.lookup(key('Annots'))))
      if (widget.get(key('Subtype')) === key('Widget')) readField(rootOf(widget), '', values, seen, 0);
  return values;
}

function readField(
  field: PDFDict,
  above: string,
  values: Map<string, string>,
  seen: Set<PDFDict>,
  depth: number,
): void {
  if (seen.has(field) || depth > DEEPEST || values.size >= MOST_FIELDS) return;
  seen.add(field);
  const own = textOf(field.lookup(key('T')));
  const name = own === null ? above : above === '' ? own : `${above}.${own}`;
  const kids = dictionariesIn(field.lookup(key('Kids')));
  const parts = kids.filter((kid) => textOf(kid.lookup(key('T'))) !== null);
  if (parts.length > 0) for (const part of parts) readField(part, name, values, seen, depth + 1);
  else if (name !== '') values.set(name, values.get(name) || saidIn(field, kids));
  for (const kid of kids) seen.add(kid);
}

/** A tick is told by the field's value; where a program set only what is shown, by that. */
function saidIn(field: PDFDict, kids: readonly PDFDict[]): string {
  const value = field.lookup(key('V'));
  const said = value instanceof PDFName ? stateOf(value) : textOf(value);
  if (said !== null && said !== '') return optionOf(field, said);
  const ticked = [field, ...kids].map((one) => stateOf(one.lookup(key('AS')))).find((state) => state !== '');
  return ticked === undefined ? '' : optionOf(field, ticked);
}

/** Some programs number the circles and list what the numbers mean. */
function optionOf(field: PDFDict, value: string): string {
  const options = field.lookup(key('Opt'));
  if (!(options instanceof PDFArray) || !/^\d{1,3}$/.test(value) || Number(value) >= options.size()) return value;
  const option = options.lookup(Number(value));
  return textOf(option instanceof PDFArray ? option.lookup(0) : option) ?? value;
}

function stateOf(state: PDFObject | undefined): string {
  const name = state instanceof PDFName ? state.decodeText() : '';
  return name === 'Off' ? '' : name;
}

function rootOf(widget: PDFDict): PDFDict {
  let field = widget;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const parent = dictionary(field.lookup(key('Parent')));
    if (parent === null) return field;
    field = parent;
  }
  return field;
}

function dictionary(object: PDFObject | undefined): PDFDict | null {
  return object instanceof PDFDict ? object : null;
}

/** What of a list is a dictionary; a damaged entry hides no other. */
export function dictionariesIn(list: PDFObject | undefined): readonly PDFDict[] {
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((_, at) => {
    const entry = list.lookup(at);
    return entry instanceof PDFDict ? [entry] : [];
  });
}

/** A text, which may stand in a stream where it is long; null: there is none. */
export function textOf(object: PDFObject | undefined): string | null {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText().slice(0, LONGEST);
  if (!(object instanceof PDFRawStream)) return null;
  try {
    const bytes = Buffer.from(decodePDFRawStream(object).decode()).subarray(0, LONGEST);
    return PDFHexString.of(bytes.toString('hex')).decodeText();
  } catch {
    return null;
  }
}
