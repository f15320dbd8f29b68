import { limits } from './limits.ts';
import { parseJson } from './parseJson.ts';
import { refuse, sentences } from './refusal.ts';

/**
 * The parsed lines of a text as they come. None may be longer or deeper than a record can be, there are no more than
 * `most` of them, and together they hold no more values than anybody could hold in memory.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<unknown> {
  let held: Buffer[] = [];
  let length = 0;
  let lines = 0;
  let values = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      held.push(chunk.subarray(from, end));
      from = end + 1;
      const parsed = parseJson(Buffer.concat(held).toString('utf8')) ?? refuse(sentences.badLine);
      lines += 1;
      values += parsed.values;
      if (lines > most || values > limits.values) refuse(sentences.tooLarge);
      yield parsed.value;
      held = [];
      length = 0;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > limits.line) refuse(sentences.badLine);
  }
  if (length > 0) refuse(sentences.badLine);
}
