/** Months, whole and short: each is also somebody's name, or may be. */
const months = new Set(
  (
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Words of the language that people are called by as well: with a capital at the start of a sentence they name nobody. */
const ordinary = new Set(
  (
    'ash art bell bench best bill birch bird bishop black blue bond bow bowl bridge bright brook brooks brown burn burns bush butler ' +
    'case cash castle chance chapel chase chip church clay cliff close coin cook crane cross crow dale dash dawn day dean dear drew ' +
    'duke earl early east eve fair faith fall farmer field fields finch fish fisher flood ford forest fort fox frank free freeman french ' +
    'friend frost gale gardener gates gene glen gold golden good grace grant gray green grey guy hall hand hardy harmony head heath ' +
    'herring hill hills holder holly honor hood hope house hunt hunter iris ivy jack jay jean joy judge just keen key keys king knight ' +
    'lake lamb lance land lane law leaf leak light lily link little lock long lord love low lynch mark marsh mason max miles mill ' +
    'miller mills monk moody moon moor moss nick noble north nurse oak olive page palmer park parks part pat pearl peg penny pike ' +
    'pitch plant pole pool pope porter post potter power powers price pride prince prior queen quick race rain randy ray read reading ' +
    'reed reef rice rich ride ridge ring rivers rob robin rock rod root rose round ruby rush rust rusty sage sale sands sandy savage ' +
    'self sharp shepherd short silver singer sky skip small smart smith snow song south spark sparks speed spring stamp star stark ' +
    'steel step sterling stern still stock stone storm street strong sue summer summers swan swift temple thorn tower towers trim true ' +
    'trust vale victor violet wade wait walk walker wall ward waters way weeks well wells west white wild will winter winters wise wolf ' +
    'wood woods worth young amber red crystal autumn rosemary poppy daisy hazel heather june may april august'
  ).split(/\s+/),
);

/** One of the months, for a pattern. */
export const monthPattern = `(?:${[...months].join('|')})`;

/** What ends as a verb of the past does and is none. */
export const notOfThePast: ReadonlySet<string> = new Set(
  'need proceed exceed succeed feed heed speed bleed seed weed embed shed breed indeed red bed hundred'.split(' '),
);

export function isMonth(word: string): boolean {
  return months.has(word);
}

/** Whether a part of a name is a word of its own as well: `mark`, `may`, `green`. */
export function isOrdinary(word: string): boolean {
  return months.has(word) || ordinary.has(word);
}

/** What follows nobody's name, but a verb or a noun: `Mark the report`, `May be late`, `Grace period`. */
export const afterNoName: ReadonlySet<string> = new Set(
  (
    'a an the this that these those each every all any both some no not its their his her our your my it them us him be been being ' +
    'have of up as which whether how what when where there we you they i he she if ' +
    'access approval box cell cells change criteria criterion data date document evidence field flag issue item items light lights ' +
    'line list log page pages period periods permission phase point progress rating ratings release report review risk room row rows ' +
    'run status table test version'
  ).split(' '),
);

/** What follows somebody who is called Will or May, where the word does not show it by its end. */
export const afterName: ReadonlySet<string> = new Set(
  (
    'is was has had does did can could will would shall should may might must ought am are were do ' +
    'to and or from at with for on in by who whom whose but via plus per please nor than versus about over under into through before ' +
    'after during until since without within between against among around behind near like because although though while unless ' +
    'today tomorrow yesterday tonight here himself herself themselves ' +
    'ate bade became began bent bet bid bought bound broke brought built came caught chose clung cut dealt drafted drew drove fell felt ' +
    'fixed flew forgot fought found froze gave got grew heard held hid hit hurt kept knew laid lay led left lent let lost made meant met ' +
    'overran oversaw paid put quit ran rang read reran rose said sang sat saw sent set shot shut slept sold spent split spoke spread stood ' +
    'stuck swore taught thought threw told took undertook understood went withdrew withheld woke won wore wrote ' +
    'absent accountable available away back busy due fine happy ill keen late off ok out responsible sick unable unavailable unwell willing'
  ).split(' '),
);

/** What may stand between a name, or a verb, and what tells which it is. */
export const inBetween: ReadonlySet<string> = new Set(
  'again already also always even ever first just never now often once only perhaps since soon still then therefore thus too yet'.split(
    ' ',
  ),
);
