/** What programs write where a person gave no title. */
const fillers =
  /^(?:(?:new )?document|presentation|powerpoint presentation|book|workbook|sheet|slide|untitled|title|template|normal|image|picture|scan(?:ned)?(?: document)?|page|print) ?\d*$/i;
const byPrograms =
  /^(?:microsoft (?:word|excel|powerpoint|office)|adobe|acrobat|pdfmake|latex|libreoffice|openoffice|chromium|skia|quartz)\b/i;
const fileLike = /\.(?:docx?|xlsx?|pptx?|pdf|indd|rtf|tmp|dotx?|html?|odt)$|[\\/]|^(?:https?|file|about):/i;

/** Whether a property reads like a title that a person gave, and not like a program's filler. */
export function looksLikeTitle(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters >= 3 &&
    text.length <= 200 &&
    !/\p{Cc}/u.test(text) &&
    !fillers.test(text) &&
    !byPrograms.test(text) &&
    !fileLike.test(text)
  );
}
