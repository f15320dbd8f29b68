import type { Desk } from './desk.ts';
import type { AppWindow } from './window.ts';

/** Makes the sample's paper for the TAG's meeting of 27 October 2021 at `file`, on *Pack*, where the window is. */
export async function makeTagPaper(
  desk: Desk,
  { saveAs, settled }: Pick<AppWindow, 'saveAs' | 'settled'>,
  file: string,
): Promise<void> {
  // Findings of another day may still come, move the panel, and take a click with them.
  await settled();
  const papers = desk.region('Papers for the bodies');
  await papers.getByLabel('For its meeting of').fill('2021-10-27');
  await desk.choose(papers, 'Body', 'TAG');
  await saveAs(file);
  await papers.getByRole('button', { name: 'Make the paper…' }).click();
  await papers.getByText('TAG paper 2021-10-27').waitFor();
}
