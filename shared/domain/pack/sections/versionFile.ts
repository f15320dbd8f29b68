import { evidenceKey } from '../../records/evidence.ts';
import { type Inline, type Span, spansOf } from '../blocks.ts';
import type { PackContext } from '../packContext.ts';
import { evidencePlace } from '../places.ts';

/** An evidence item that is named by its key or its reference leads to it; a name that only people know stands as it is. */
export function evidenceNamed(context: PackContext, name: string): Inline {
  const current = context.evidence(name) ?? context.rules.evidence.current(name);
  return current ? [{ text: name, to: evidencePlace(evidenceKey(current)) }] : name;
}

interface Version {
  readonly document: string | null;
  readonly address: string | null;
}

/** Below a version of the RID or the TAD: its file in this pack, and where it is published. */
export function versionFile(context: PackContext, { document, address }: Version): readonly Span[] {
  return [
    ...(document === null ? [] : spansOf(evidenceNamed(context, document))),
    { text: address === null ? '' : document === null ? address : `\n${address}`, soft: true },
  ];
}
