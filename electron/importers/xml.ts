import { SaxesParser } from 'saxes';
import { Refusal, refuse } from './refusal.ts';
import { DEEPEST } from './xlsx/limits.ts';

export interface XmlTag {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandlers {
  readonly open: (tag: XmlTag, depth: number) => void;
  readonly close?: (name: string, depth: number) => void;
  readonly text?: (text: string) => void;
}

interface XmlOptions {
  /** What sentences call it. */
  readonly shown: string;
  /** The longest text between two tags, in characters. */
  readonly longestText: number;
}

/**
 * Strict XML, piece by piece. No document type, no entities of its own, no processing instructions: none of them is
 * needed in a table or a test result, and each has been used to attack readers.
 */
export function createXmlReader({ shown, longestText }: XmlOptions, handlers: XmlHandlers) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('error', (error) => {
    // An entity of its own, or XML that is not well formed: no attempt is made to guess what was meant.
    if (/entity/i.test(error.message))
      refuse(`“${shown}” uses XML entities of its own, which this app never expands; export it without them.`);
    if (/unclosed tag|document must contain|unexpected end/i.test(error.message)) throw new Refusal(cutShort(shown));
    refuse(`“${shown}” is not well-formed XML (${plainReason(error.message)}); export it again.`);
  });
  parser.on('doctype', () =>
    refuse(`“${shown}” holds a document type definition (DTD), which this app never reads; export it without one.`),
  );
  parser.on('processinginstruction', () =>
    refuse(`“${shown}” holds XML processing instructions, which this app never follows; export it without them.`),
  );
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    depth += 1;
    if (depth > DEEPEST)
      refuse(`“${shown}” nests its XML deeper than ${DEEPEST} levels; it cannot be a table or a test result.`);
    handlers.open({ name: localName(tag.name), attributes: tag.attributes as Record<string, string> }, depth);
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    handlers.close?.(localName(tag.name), depth);
    depth -= 1;
  });
  if (handlers.text) {
    const text = handlers.text;
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return {
    write(piece: string): void {
      sinceTag += piece.length;
      parser.write(piece);
      if (sinceTag > longestText + piece.length)
        refuse(`“${shown}” holds one piece of text of more than ${longestText} characters; it cannot be read.`);
    },
    end(): void {
      parser.close();
      if (depth > 0) throw new Refusal(cutShort(shown));
    },
  };
}

export function cutShort(shown: string): string {
  return `“${shown}” ends in the middle: it is cut short or damaged. Copy or export it again.`;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function plainReason(message: string): string {
  return message
    .replace(/^[^:]*:\d+:\d+:\s*/, '')
    .replace(/\.$/, '')
    .slice(0, 80);
}
