import { type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

/** The system's file dialogs on our window; null where the person closed one without choosing. */
export async function chooseFiles(
  window: BrowserWindow | null,
  title: string,
  { filters, many }: { readonly filters: FileFilter[]; readonly many: boolean } = { filters: [], many: true },
): Promise<readonly string[] | null> {
  return open(window, { title, filters, properties: many ? ['openFile', 'multiSelections'] : ['openFile'] });
}

export async function chooseFile(
  window: BrowserWindow | null,
  title: string,
  filters: FileFilter[],
): Promise<string | null> {
  const chosen = await open(window, { title, filters, properties: ['openFile'] });
  return chosen?.[0] ?? null;
}

export async function chooseFolder(window: BrowserWindow | null, title: string): Promise<string | null> {
  const chosen = await open(window, { title, properties: ['openDirectory', 'createDirectory'] });
  return chosen?.[0] ?? null;
}

export async function chooseTarget(
  window: BrowserWindow | null,
  title: string,
  defaultPath: string,
  filter: FileFilter,
): Promise<string | null> {
  const options: SaveDialogOptions = { title, defaultPath, filters: [filter] };
  const chosen = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}

async function open(window: BrowserWindow | null, options: OpenDialogOptions): Promise<readonly string[] | null> {
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return chosen.canceled || chosen.filePaths.length === 0 ? null : chosen.filePaths;
}
