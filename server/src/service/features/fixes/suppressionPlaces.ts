// Where a comment that silences a problem could stand, the best place first. Whether it may stand
// there, inside quotes or in front of a document for example, is tried afterwards.
import { lineAround, type Span } from '../../document/span';
import { disableFile, disableNextLine } from '../../rules/suppressionComments';
import { lineBreakOf, type Edit } from './fix';

/** Above the line of `span`: one ID more in the comment that is there, else a comment of its own. */
export function placesAbove(text: string, { start }: Span, code: string): readonly Edit[] {
  const line = lineAround(text, start);
  const above = lineAround(text, text.slice(0, line.start).replace(/\r?\n$/, '').length);
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const comment = `${indent}# ${disableNextLine} ${code}${lineBreakOf(text)}`;
  return [
    // A comment further up is left alone; a new one directly above is easier to see.
    ...(above.start < line.start ? appended(text, above, disableNextLine, code) : []),
    { span: { start: line.start, end: line.start }, text: comment },
  ];
}

/** In the first line of the document, behind its marker and directives, else in its last. */
export function placesInFile(text: string, code: string): readonly Edit[] {
  const start = firstContentLine(text);
  const end = lastLine(text);
  const comment = `# ${disableFile} ${code}`;
  const lineBreak = lineBreakOf(text);
  return [
    ...appended(text, lineAround(text, start), disableFile, code),
    { span: { start, end: start }, text: `${comment}${lineBreak}` },
    { span: { start: end, end }, text: onItsOwnLine(text, end, comment, lineBreak) },
  ];
}

/** Nothing when `line` holds no comment that begins with `word`. */
function appended(text: string, line: Span, word: string, code: string): readonly Edit[] {
  const source = text.slice(line.start, line.end);
  if (!new RegExp(`^[ \\t]*#[ \\t]*${word}[ \\t]`).test(source)) return [];
  // A reason behind two hyphens stays behind the IDs.
  const ids = source.replace(/[ \t]--(?:[ \t].*)?$/, '');
  const at = line.start + ids.trimEnd().length;
  return [{ span: { start: at, end: at }, text: ` ${code}` }];
}

/** Behind a marker or directive with which the document begins. */
function firstContentLine(text: string): number {
  return /^\uFEFF?(?:(?:---|%)[^\r\n]*(?:\r\n|\n|\r|$))*/.exec(text)?.[0].length ?? 0;
}

/** The end of the text, or the marker line that ends the document. */
function lastLine(text: string): number {
  return /^\.\.\.[^\r\n]*(?:\r?\n)?$(?![\s\S])/m.exec(text)?.index ?? text.length;
}

function onItsOwnLine(text: string, at: number, comment: string, lineBreak: string): string {
  const isLineStart = at === 0 || text[at - 1] === '\n';
  return `${isLineStart ? '' : lineBreak}${comment}${lineBreak}`;
}
