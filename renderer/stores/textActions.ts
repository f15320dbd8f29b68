import type { InputOf } from '../../shared/contract/engineMethods.ts';
import { type TextKind, textNames } from '../../shared/domain/texts/textKinds.ts';
import { api, call } from '../api.ts';
import { tellDone, tellError } from './notify.tsx';
import { asking, save, useReleaseStore } from './releaseStore.ts';

/** Saves a text that goes out, in one of its forms, where the person chooses. */
export async function saveText(text: TextKind, form: 'plain' | 'html'): Promise<void> {
  const { open, asOf } = useReleaseStore.getState();
  if (!open) return;
  const saved = await api.ask('text.save', { release: open.id, name: open.facts.release.name, text, form, asOf });
  if (!saved.ok) tellError(saved.error);
  else if (saved.value) tellDone(`Saved ${saved.value.name}.`);
}

type Sent = Pick<InputOf<'text.recordSent'>, 'text' | 'channel' | 'on' | 'address'>;

/** Records that a text was sent, with what follows from it, as one thing to take back; whether that was done. */
export async function recordSent(sent: Sent): Promise<boolean> {
  const { open } = useReleaseStore.getState();
  if (!open) return false;
  const saved = await save(call('text.recordSent', { ...asking(), releaseId: open.id, ...sent }));
  if (!saved.ok) tellError(saved.error);
  else tellDone(`${textNames[sent.text]}: recorded as sent. Ctrl+Z takes it back.`, 'undo');
  return saved.ok;
}
