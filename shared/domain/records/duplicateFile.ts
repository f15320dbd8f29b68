import type { AppError } from '../foundation/appError.ts';

/** Where in the input a file is refused that the release holds already: what would be said there adds it all the same. */
export const duplicateAt = 'allowDuplicate';

/** Whether a file was refused for its content alone; any other clash is not mended by adding it all the same. */
export function isDuplicate({ kind, where }: AppError): boolean {
  return kind === 'conflict' && where === duplicateAt;
}
