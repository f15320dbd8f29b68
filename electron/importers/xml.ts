import { SaxesParser } from 'saxes';
import { countOf, joinFew } from '../../shared/domain/foundation/words.ts';
import { shownWord } from '../../shared/domain/importing/shown.ts';
import { Refusal, refuse } from './refusal.ts';
import { DEEPEST } from './xlsx/limits.ts';
import { createXmlNames, localName } from './xmlNames.ts';
import { createXmlTidy } from './xmlTidy.ts';

export interface XmlTag {
  /** The local name in the namespace of the root; `{namespace}name` in another. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandlers {
  /** `language` is the namespace of the root, '' without one. */
  readonly open: (tag: XmlTag, depth: number, language: string) => void;
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
 * XML piece by piece. What cannot harm is dropped and told: control characters, a document type that only names itself,
 * processing instructions. Entities of a file's own stay refused: they have been used to attack readers. Nothing is ever
 * fetched or followed.
 */
export function createXmlReader({ shown, longestText }: XmlOptions, handlers: XmlHandlers) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const tidy = createXmlTidy();
  const names = createXmlNames();
  const dropped = { doctype: false, instructions: new Set<string>() };
  let depth = 0;
  let sinceTag = 0;
  parser.on('error', (error) => {
    // An entity of its own, or XML that is not well formed: no attempt is made to guess what was meant.
    if (/entity/i.test(error.message))
      refuse(`“${shown}” uses XML entities of its own, which this app never expands; export it without them.`);
    if (/unclosed tag|document must contain|unexpected end/i.test(error.message)) throw new Refusal(cutShort(shown));
    refuse(`“${shown}” is not well-formed XML (${plainReason(error.message)}); export it again.`);
  });
  parser.on('doctype', (text) => {
    if (/<!ENTITY/i.test(text))
      refuse(`“${shown}” defines XML entities of its own, which this app never expands; export it without them.`);
    dropped.doctype = true;
  });
  parser.on('processinginstruction', ({ target }) => {
    if (dropped.instructions.size < 5) dropped.instructions.add(target);
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    depth += 1;
    if (depth > DEEPEST)
      refuse(`“${shown}” nests its XML deeper than ${DEEPEST} levels; it cannot be a table or a test result.`);
    const attributes = tag.attributes as Record<string, string>;
    handlers.open({ name: names.open(tag.name, attributes, depth), attributes }, depth, names.language());
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    handlers.close?.(names.close(tag.name, depth), depth);
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
      parser.write(tidy.take(piece));
      if (sinceTag > longestText + piece.length)
        refuse(`“${shown}” holds one piece of text of more than ${longestText} characters; it cannot be read.`);
    },
    end(): void {
      parser.write(tidy.rest());
      parser.close();
      if (depth > 0) throw new Refusal(cutShort(shown));
    },
    /** What was left out on the way, as sentences. */
    notes: (): readonly string[] => [
      ...(tidy.dropped() > 0
        ? [
            `${countOf(tidy.dropped(), 'control character')} that XML cannot hold ${tidy.dropped() === 1 ? 'was' : 'were'} left out.`,
          ]
        : []),
      ...(dropped.doctype ? ['The document type (DTD) that the file names was neither fetched nor used.'] : []),
      ...(dropped.instructions.size > 0
        ? [`Processing instructions (${joinFew([...dropped.instructions].map(shownWord))}) were not followed.`]
        : []),
    ],
  };
}

export function cutShort(shown: string): string {
  return `“${shown}” ends in the middle: it is cut short or damaged. Copy or export it again.`;
}

function plainReason(message: string): string {
  return message
    .replace(/^[^:]*:\d+:\d+:\s*/, '')
    .replace(/\.$/, '')
    .slice(0, 80);
}

/** An attribute by its local name: what its namespace is called differs from writer to writer. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((full) => localName(full) === name);
  return key === undefined ? undefined : attributes[key];
}
