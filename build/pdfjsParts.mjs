import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';

/** Character maps, standard fonts and decoders, and their licences. */
const FOLDERS = /** @type {const} */ ({
  cmaps: /\.bcmap$|^LICENSE$/,
  standard_fonts: /\.(pfb|ttf)$|^LICENSE/,
  wasm: /^(openjpeg|jbig2)_nowasm_fallback\.js$|^LICENSE_(PDFJS_)?(OPENJPEG|JBIG2)$/,
});

/**
 * Puts what pdfjs fetches while it draws beside the viewer: nothing of it comes from a network. The decoders are the
 * ones in JavaScript, for WebAssembly would need a looser content security policy.
 *
 * @param {string} target relative to the renderer's output
 * @returns {import('vite').Plugin}
 */
export function pdfjsParts(target) {
  return {
    name: 'pdfjs-parts',
    apply: 'build',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(FOLDERS)) {
        const from = inProject('node_modules/pdfjs-dist', folder);
        for (const name of readdirSync(from).filter((file) => wanted.test(file))) {
          this.emitFile({
            type: 'asset',
            fileName: `${target}/${folder}/${name}`,
            source: readFileSync(`${from}/${name}`),
          });
        }
      }
    },
  };
}
