/** What is known of a row that misses its goal: why it does, and what would help. */
export const notes: Readonly<Record<string, string>> = {
  'start.empty':
    'an empty page starts nothing beside it; the app opens a store, asks who works there, and loads one chunk of 2.7 MB, whose compiled code is kept from the first start on. Starting the engine and the page before the code that answers them is read was built, and taken back: once in some seventy starts the test’s window was never seen. Schemas that are made at their first use, and a script of its own for the welcome, would help.',
  'edit.20':
    'about half of it is the commit itself, which writes the record, its place in the history, its field stamps and what takes it back, five rows and their indexes where the reference writes two; the rest judges what rests on the edit, and checks input and answer.',
  'edit.1000':
    'what rests on an edit is judged anew and nothing else, and a rule that says what it said costs nothing more (it was 1.6 times before, 1.8 before that, 3.5 at first). What is left of the size compares the lists of records with those before, and the store’s indexes are larger.',
  'open.release':
    'a third of it reads 16,000 rows (`readFactRecords`, most of it inside SQLite), the rest judges the release whole for the first time (37 ms, `readiness.large`), which JSON.parse does not: that alone is two and a half times the reference. A quarter to a third of all is the collector of garbage, which copies what is there to stay: 16,000 records and as many findings of eighteen fields and a sentence each. Judging while the window draws its first screen would help.',
  'import.ledger':
    'half of it reads, checks and writes the rows for the ledger in a process of its own (`import.csv`), half inserts them with their history; by name: `insertRecords`, `appendEntry`, `rowsOf`, `detectEncoding`; and two processes start. Taking rows in while others are still read was built and measured: it needs a second way for everything that an import promises, and is quicker only where a processor has nothing to do. A parser of our own would be quicker than csv-parse, which is trusted more.',
  'pack.hand.200':
    'plain pdfmake alone takes three times what pdfkit does: it measures each table twice and makes an object with thirty fields of each word (`measureTable`, `buildInlines`); ours adds tags and reads every word back, and a second thread takes half of that and the compression (it was 3.6 times before, 4.4 before that).',
  'pack.hand.1000':
    'as at 200 pages (it was 4.2 times before, 6.1 before that); beside it the collector of garbage takes a sixth, for the whole document is in memory at once.',
  'pack.print.20':
    'Chromium lays pages out in native code. It writes no attachments, no manifest and no two times the same bytes, and nothing reads its words back.',
  'pack.print.200':
    'as at 20 pages. pdfkit, drawing the same words by hand without a tag or a check, takes longer than the goal allows.',
  'pack.print.1000':
    'as at 20 pages. pdfkit, drawing the same words by hand without a tag or a check, takes nine tenths of what the goal allows.',
  'pack.verify':
    'it is rendered anew and compared byte for byte, which is the proof, and laying out and drawing are four fifths of the making; only reading the words back is spared. Hashing the pages instead would prove less.',
  'files.large':
    'what is written is sent on to the disk every 64 MB (it was 1.2 times before); what is left is the wait for its last part.',
  'files.many':
    'files are copied side by side (it was 1.7 times before); what is left is that the name of each in its folder and its record reach the disk one after the other, each before it is told as added, where the reference syncs once for all. By name: `fsyncSync` of the folder, and the commit.',
};
