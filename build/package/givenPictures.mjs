import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../paths.mjs';
import { PlainStop } from '../say.mjs';

/** Where the built app has the pictures of its guide. */
export const GUIDE_PICTURES = 'out/app/renderer/guide';

/** A folder with pictures of an earlier build; undefined: they are taken anew, and two pictures are never quite alike. */
export const givenPictures = () => process.env.SEC_GOLIVE_GUIDE_PICTURES;

/**
 * Takes the pictures of the guide from an earlier build of the same commit, so that this one has its bytes.
 *
 * @param {string} folder
 * @returns {number} the exit code of what it stands in for
 */
export function usePictures(folder) {
  const given = path.resolve(folder);
  if (!existsSync(given)) throw new PlainStop(`SEC_GOLIVE_GUIDE_PICTURES names ${given}, and there is nothing.`);
  if (given === inProject(GUIDE_PICTURES)) return 0;
  rmSync(inProject(GUIDE_PICTURES), { recursive: true, force: true });
  cpSync(given, inProject(GUIDE_PICTURES), { recursive: true });
  return 0;
}
