// What of the server's own output may be written to the log. An exception may quote the text that
// was worked on, so its message stays out; its kind and its place in the code are enough to mend it.

/** One line that the server process wrote to its error stream, or undefined to leave it out. */
export function serverErrorLine(line: string): string | undefined {
  if (isFrame(line) || /^(?:FATAL ERROR:|Node\.js v|<--- )/.test(line)) return line;
  return /^(?:Uncaught )?(\w*(?:Error|Exception))\b/.exec(line)?.[1];
}

/** A message of the client library about the connection: its first line and what holds no text. */
export function clientMessage(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.filter((line) => isFrame(line) || /^ *Code: -?\d+ *$/.test(line))].join(
    '\n',
  );
}

function isFrame(line: string): boolean {
  return /^ {4}at /.test(line);
}
