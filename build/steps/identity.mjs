import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { icnsOf, icoOf } from '../iconContainers.mjs';
import { inProject } from '../paths.mjs';
import { hashOf, isStamped, writeStamp } from '../stamp.mjs';

/** Made from `build/identity/*.svg`; nothing of it is in git. */
export const identityFolder = 'out/identity';

/** It goes when they go. */
const STAMP = `${identityFolder}/made-from.txt`;
const INPUTS = [
  'build/identity',
  'build/iconContainers.mjs',
  'build/steps/identity.mjs',
  'node_modules/@resvg/resvg-wasm/package.json',
];

/** At this size and below, the drawing with the heavier strokes. */
const SMALL = 32;

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** What Windows looks for. */
const ICO = [16, 24, 32, 48, 64, 128, 256];

/**
 * Draws every size of the app's icon and of the icon of its files, and the containers that Windows and macOS want:
 * `icons/48x48.png`, `icon.ico`, `icon.icns`, and the same for `golive`, the ending of its files.
 */
export async function makeIdentity() {
  const wanted = hashOf(INPUTS);
  if (isStamped(STAMP, wanted)) return;
  rmSync(inProject(identityFolder), { recursive: true, force: true });
  await initWasm(readFileSync(inProject('node_modules/@resvg/resvg-wasm/index_bg.wasm')));
  drawAll('icon', 'icon', 'icons');
  drawAll('file', 'golive', 'golive');
  writeStamp(STAMP, wanted);
}

/**
 * @param {string} drawing
 * @param {string} name of the containers
 * @param {string} folder of the pictures
 */
function drawAll(drawing, name, folder) {
  const pictures = new Map(SIZES.map((size) => [size, draw(`${drawing}${size > SMALL ? '' : '-small'}`, size)]));
  for (const [size, png] of pictures) put(`${folder}/${size}x${size}.png`, png);
  put(`${name}.ico`, icoOf(new Map(ICO.map((size) => [size, pictures.get(size) ?? new Uint8Array()]))));
  put(`${name}.icns`, icnsOf(pictures));
}

/**
 * @param {string} drawing
 * @param {number} size pixels
 */
function draw(drawing, size) {
  const svg = readFileSync(inProject(`build/identity/${drawing}.svg`));
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/**
 * @param {string} name
 * @param {Uint8Array} content
 */
function put(name, content) {
  const file = inProject(identityFolder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
