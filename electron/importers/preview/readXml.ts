import { SaxesParser } from 'saxes';
import { createXmlNames, localName } from '../xmlNames.ts';
import { limits, Refusal } from './limits.ts';

export interface XmlHandlers {
  /** Names come without their prefix, but for `{namespace}name` where it is another than the root's. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Asked after every chunk: whether enough was read. */
  readonly isEnough?: () => boolean;
}

/** Reads XML as a stream. A document type is refused, for entities are how XML blows up; so is nesting without end. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  const names = createXmlNames();
  const decoder = new TextDecoder('utf-8');
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refusal('This file declares a document type, which Office documents never do; it is not opened here.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new Refusal('This file is nested too deeply to be an Office document.');
    const stated = attributes as Readonly<Record<string, string>>;
    handlers.open?.(names.open(name, stated, depth), stated);
  });
  parser.on('closetag', ({ name }) => {
    handlers.close?.(names.close(name, depth));
    depth -= 1;
  });
  if (handlers.text) parser.on('text', handlers.text);
  parser.on('error', (error) => {
    throw new Refusal(`This file is damaged: ${error.message.slice(0, 100)}.`);
  });
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    if (handlers.isEnough?.()) return;
  }
  parser.close();
}

/** An attribute by its name without a prefix: files differ in what they call the namespace. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];
}
