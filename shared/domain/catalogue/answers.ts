import { type Entry, entriesOf, releaseEntries } from './entries.ts';
import type { PartFacts } from './field.ts';
import { kinds, listKinds } from './kinds.ts';
import { type Answer, type Answers, asIs } from './publish.ts';

interface Tree {
  [field: string]: Answer | Tree;
}

/** What of each field goes to everybody, in the shape of the release file. What the catalogue does not answer is not in it. */
export const factAnswers: Answers = allAnswers();

function allAnswers(): Answers {
  const tree: Tree = { release: { id: asIs } };
  for (const { path, ...entry } of releaseEntries) put(tree, path, answersTo(entry));
  for (const kind of listKinds) {
    const own: Tree = { id: asIs };
    for (const entry of entriesOf(kind)) own[entry.name] = answersTo(entry);
    put(tree, kinds[kind].path, own);
  }
  return tree;
}

function answersTo({ facts, parts }: Pick<Entry, 'facts' | 'parts'>): Answer | Tree {
  return (
    answerOf(facts) ??
    Object.fromEntries(
      parts.flatMap((part) => {
        const answer = answerOf(part.facts);
        return answer ? [[part.name, answer]] : [];
      }),
    )
  );
}

/** Undefined where the parts answer. */
function answerOf({ publish }: Pick<PartFacts, 'publish'>): Answer | undefined {
  return publish.kind === 'perPart' ? undefined : publish;
}

function put(tree: Tree, path: readonly string[], answer: Answer | Tree): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    tree[head] = answer;
    return;
  }
  tree[head] ??= {};
  put(tree[head] as Tree, rest, answer);
}
