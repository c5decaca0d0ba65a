// What of a protocol message may be written to the log: its name, never its contents. A document is
// a message too, and it may hold a pre-shared key.

const message =
  /^(?:Sending|Received) (?:request|notification|response) '[\w$/.-]+(?: - \(\w+\))?'(?: in \d+ms)?\.(?: Processing request took \d+ms\.)?/;
const failure = /Request failed: .*\((-?\d+)\)\.(?:\n|$)/s;

/**
 * One line for the log from what the client library traces, or undefined when there is none.
 *
 * @param text for example `Received response 'textDocument/hover - (4)' in 3ms.`, with parameters or
 *   results on the lines below and the text of an error behind it, which are all left out
 */
export function traceLine(text: string): string | undefined {
  const head = message.exec(text)?.[0];
  if (head === undefined) return undefined;
  const code = failure.exec(text)?.[1];
  return code === undefined ? head : `${head} Request failed (${code}).`;
}
