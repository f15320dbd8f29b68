/** A picture of the real window, taken when the app is built (`build/guidePictures.mjs`). */
export const guidePictures = ['path', 'testing', 'meeting', 'pack', 'health'] as const;
export type GuidePicture = (typeof guidePictures)[number];

/** What a control or a key is called in the window stands in square brackets: `[Record a meeting…]`. */
export interface GuidePage {
  readonly id: string;
  readonly title: string;
  /** Whom it is for, and how long it takes. */
  readonly whom: string;
  readonly picture: { readonly name: GuidePicture; readonly alt: string };
  readonly parts: readonly GuidePart[];
}

interface GuidePart {
  readonly title: string;
  /** Done in this order. */
  readonly steps: readonly string[];
}
