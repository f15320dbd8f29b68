/** What is known of a row that misses its goal: why it does, and what would help. */
export const notes: Readonly<Record<string, string>> = {
  'start.empty':
    'an empty page starts nothing beside it; the app opens a store, asks who works there, and loads one chunk of 2.7 MB. A smaller first chunk for the welcome, and a code cache, would help.',
  'edit.20':
    'about half of it is the commit itself, which writes the record, its place in the history, its field stamps and what takes it back, five rows and their indexes where the reference writes two; the rest judges what rests on the edit, and checks input and answer.',
  'edit.1000':
    'what rests on an edit is judged anew and nothing else; it was 3.5 times, and 660 times a commit before that. What is left goes once through the 17,000 findings to count them and to tell the difference; counts kept for each rule would take most of it away.',
  'open.release':
    'a third of it reads 16,000 rows, the rest judges the release whole for the first time (37 ms, `readiness.large`), which JSON.parse does not. Judging while the window draws its first screen would help.',
  'import.ledger':
    'half of it reads, checks and writes the rows for the ledger in a process of its own (`import.csv`), half inserts them with their history; by name: `insertRecords`, `appendEntry`, `rowsOf`, `detectEncoding`; and two processes start. Taking rows in while others are still read would overlap the halves.',
  'pack.hand.200':
    'plain pdfmake alone takes three times what pdfkit does: it measures each table twice and looks styles up by name (`measureTable`, `getStyleProperty`); ours adds tags, deflate in JavaScript for the same bytes everywhere (`dflt`), and reads every word back (`countWords`).',
  'pack.hand.1000':
    'as at 200 pages; beside it the collector of garbage takes a tenth, for the whole document is in memory at once.',
  'pack.print.20':
    'Chromium lays pages out in native code. It writes no attachments, no manifest and no two times the same bytes, and nothing reads its words back.',
  'pack.print.200': 'as at 20 pages.',
  'pack.print.1000': 'as at 20 pages.',
  'pack.verify':
    'it is rendered anew and compared byte for byte, which is the proof; only reading the words back is spared. Hashing the pages instead would prove less.',
  'files.large':
    'at 1 GB the disk writes back while we hash, and the wait for it at the end (`fsync`) is ours alone; at 256 MB it holds (0.93).',
  'files.many':
    'each file has reached the disk, with its folder and its record, before the next is begun, so that what was told as added is there; the reference syncs once for all.',
};
