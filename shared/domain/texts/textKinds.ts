import { sentTexts } from '../catalogue/sentText.ts';

/** The texts that are written from the facts, by the names that the command line and the facts know them by. */
export const textKinds = sentTexts;
export type TextKind = (typeof textKinds)[number];

export function isTextKind(word: string | null): word is TextKind {
  return textKinds.some((kind) => kind === word);
}

/** What people call them. */
export const textNames: Readonly<Record<TextKind, string>> = {
  'release-page': 'Release page',
  'user-testing': 'User testing notice',
  approval: 'Notification of approvals',
  newsletter: 'Newsletter paragraph',
  decision: 'Notice of the decision',
};
