import { vi } from 'vitest';
import { PackFile } from '../../electron/documents/pdf/packFile.ts';
import type { ShapedFont } from '../../electron/documents/pdf/shaping.ts';
import { TaggedLayout } from '../../electron/documents/pdf/tagging/taggedLayout.ts';

/** What laying out cost, in steps that are the same on every machine. */
export interface LayoutWork {
  /** How often a definition was laid out: the decision page alone, and the whole. */
  passes: number;
  /** Characters of every text whose width was asked for, each time it was asked. */
  measured: number;
  /** Characters that were shaped anew, for no font of this process had them yet. */
  shaped: number;
}

interface Measuring extends ShapedFont {
  widthOfString: (text: string, ...rest: readonly unknown[]) => number;
}

/** Counts the layout work of what `make` makes in this process. */
export async function countLayoutWork<T>(
  make: () => Promise<T>,
): Promise<{ readonly made: T; readonly work: LayoutWork }> {
  const work: LayoutWork = { passes: 0, measured: 0, shaped: 0 };
  const { layoutDocument } = TaggedLayout.prototype;
  const passes = vi.spyOn(TaggedLayout.prototype, 'layoutDocument').mockImplementation(function (
    this: TaggedLayout,
    ...input
  ) {
    work.passes += 1;
    return layoutDocument.apply(this, input);
  });
  const counted = new WeakSet<ShapedFont>();
  const { provideFont } = PackFile.prototype;
  const fonts = vi.spyOn(PackFile.prototype, 'provideFont').mockImplementation(function (this: PackFile, ...input) {
    const font = provideFont.apply(this, input) as Measuring;
    if (!counted.has(font)) countFont(font, work);
    counted.add(font);
    return font;
  });
  try {
    return { made: await make(), work };
  } finally {
    passes.mockRestore();
    fonts.mockRestore();
  }
}

function countFont(font: Measuring, work: LayoutWork): void {
  const { widthOfString, layoutRun } = font;
  font.widthOfString = (text, ...rest) => {
    work.measured += text.length;
    return widthOfString.call(font, text, ...rest);
  };
  font.layoutRun = (text, features) => {
    work.shaped += text.length;
    return layoutRun.call(font, text, features);
  };
}
