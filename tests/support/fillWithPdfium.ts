import { readFileSync, writeFileSync } from 'node:fs';
import { loadPdfium, memoryOf, type Pdfium } from '../../electron/documents/pdfium/library.ts';
import type { Answers } from './fillPaper.ts';

/** FPDF_FORMFIELD_RADIOBUTTON of PDFium. */
const radioButton = 3;
/** What Enter types. */
const enter = 13;

/** UTF-16 text that PDFium writes where it is told to. */
function textOf(pdfium: Pdfium, write: (buffer: number, bytes: number) => number): string {
  const bytes = write(0, 0);
  const buffer = pdfium.pdfium.wasmExports.malloc(bytes);
  write(buffer, bytes);
  const text = pdfium.pdfium.UTF16ToString(buffer);
  pdfium.pdfium.wasmExports.free(buffer);
  return text;
}

interface Widget {
  readonly name: string;
  readonly isRadio: boolean;
  /** What a radio button stands for. */
  readonly means: string;
  readonly middle: readonly [x: number, y: number];
}

function widgetsOf(pdfium: Pdfium, form: number, page: number): readonly Widget[] {
  const widgets: Widget[] = [];
  const box = pdfium.pdfium.wasmExports.malloc(4 * Float32Array.BYTES_PER_ELEMENT);
  for (let at = 0; at < pdfium.FPDFPage_GetAnnotCount(page); at += 1) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, at);
    const type = pdfium.FPDFAnnot_GetFormFieldType(form, annotation);
    if (type >= 0 && pdfium.FPDFAnnot_GetRect(annotation, box)) {
      const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => pdfium.pdfium.getValue(box + offset, 'float'));
      widgets.push({
        name: textOf(pdfium, (buffer, bytes) => pdfium.FPDFAnnot_GetFormFieldName(form, annotation, buffer, bytes)),
        isRadio: type === radioButton,
        means: textOf(pdfium, (buffer, bytes) =>
          pdfium.FPDFAnnot_GetFormFieldExportValue(form, annotation, buffer, bytes),
        ),
        middle: [((left ?? 0) + (right ?? 0)) / 2, ((top ?? 0) + (bottom ?? 0)) / 2],
      });
    }
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  pdfium.pdfium.wasmExports.free(box);
  return widgets;
}

/** As PDFium does it, which is the viewer of Chrome and Edge: with clicks and keys, and saved as its *Save with changes*. */
export async function fillWithPdfium(file: string, answers: Answers, out: string): Promise<void> {
  const pdfium = await loadPdfium();
  const bytes = readFileSync(file);
  const held = pdfium.pdfium.wasmExports.malloc(bytes.length);
  memoryOf(pdfium).set(bytes, held);
  const document = pdfium.FPDF_LoadMemDocument(held, bytes.length, '');
  const information = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, information);
  for (let number = 0; number < pdfium.FPDF_GetPageCount(document); number += 1) {
    const page = pdfium.FPDF_LoadPage(document, number);
    pdfium.FORM_OnAfterLoadPage(page, form);
    for (const { name, isRadio, means, middle } of widgetsOf(pdfium, form, page)) {
      const answer = answers[name];
      if (answer === undefined || (isRadio && means !== answer)) continue;
      pdfium.FORM_OnMouseMove(form, page, 0, ...middle);
      pdfium.FORM_OnLButtonDown(form, page, 0, ...middle);
      pdfium.FORM_OnLButtonUp(form, page, 0, ...middle);
      if (isRadio) continue;
      for (const character of answer)
        pdfium.FORM_OnChar(form, page, character === '\n' ? enter : character.charCodeAt(0), 0);
    }
    pdfium.FORM_ForceToKillFocus(form);
    pdfium.FORM_OnBeforeClosePage(page, form);
    pdfium.FPDF_ClosePage(page);
  }
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  pdfium.PDFiumExt_SaveAsCopy(document, writer);
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
  const written = pdfium.pdfium.wasmExports.malloc(size);
  pdfium.PDFiumExt_GetFileWriterData(writer, written, size);
  writeFileSync(out, memoryOf(pdfium).slice(written, written + size));
  pdfium.PDFiumExt_CloseFileWriter(writer);
  pdfium.PDFiumExt_ExitFormFillEnvironment(form);
  pdfium.PDFiumExt_CloseFormFillInfo(information);
  pdfium.FPDF_CloseDocument(document);
}
