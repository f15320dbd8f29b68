/**
 * pdfjs, loaded at the first need. Electron's utility process is plain Node but for `process.type`, by which pdfjs takes
 * it for a web page and asks for a worker's address; so that word is hidden while pdfjs looks. Node 20 lacks one function
 * that pdfjs 6 needs, and that its own additions leave out.
 */
export async function loadPdfjs() {
  (Promise as { withResolvers?: unknown }).withResolvers ??= withResolvers;
  const type = Object.getOwnPropertyDescriptor(process, 'type');
  if (type?.configurable) Object.defineProperty(process, 'type', { value: undefined, configurable: true });
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    if (type?.configurable) Object.defineProperty(process, 'type', type);
  }
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>['resolve'] = () => undefined;
  let reject: PromiseWithResolvers<T>['reject'] = () => undefined;
  const promise = new Promise<T>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
