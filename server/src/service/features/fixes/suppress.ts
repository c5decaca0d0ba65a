// Comments that silence a problem, on one line or in the whole file.
import type { Analysis } from '../../analysis';
import { lineAround, type Span } from '../../document/span';
import type { Problem } from '../../problem';
import { disableFile, disableNextLine } from '../../rules/suppressionComments';
import { canBeSilenced } from '../../rules/suppressions';
import { lineBreakOf, type Edit, type Fix } from './fix';

/** Both comments; none for problems without whose mend nothing can be sent. */
export function suppress({ text }: Analysis, { code, severity, span }: Problem): readonly Fix[] {
  if (!canBeSilenced(code, severity)) return [];
  return [
    { title: `Ignore \`${code}\` on this line`, edits: [aboveLine(text, span, code)] },
    { title: `Ignore \`${code}\` in this file`, edits: [inFirstLine(text, code)] },
  ];
}

/** A comment above the line, or one ID more in the comment that is there: it looks one line ahead only. */
function aboveLine(text: string, { start }: Span, code: string): Edit {
  const line = lineAround(text, start);
  const above = lineAround(text, text.slice(0, line.start).replace(/\r?\n$/, '').length);
  if (above.start < line.start && isComment(text, above, disableNextLine))
    return append(text, above, code);
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  return {
    span: { start: line.start, end: line.start },
    text: `${indent}# ${disableNextLine} ${code}${lineBreakOf(text)}`,
  };
}

function inFirstLine(text: string, code: string): Edit {
  const start = firstContentLine(text);
  const line = lineAround(text, start);
  if (isComment(text, line, disableFile)) return append(text, line, code);
  return { span: { start, end: start }, text: `# ${disableFile} ${code}${lineBreakOf(text)}` };
}

function isComment(text: string, { start, end }: Span, word: string): boolean {
  return new RegExp(`^[ \\t]*#[ \\t]*${word}[ \\t]`).test(text.slice(start, end));
}

function append(text: string, { start, end }: Span, code: string): Edit {
  const at = start + text.slice(start, end).trimEnd().length;
  return { span: { start: at, end: at }, text: ` ${code}` };
}

/** Behind a marker or directive with which the document begins. */
function firstContentLine(text: string): number {
  return /^\uFEFF?(?:(?:---|%)[^\r\n]*(?:\r\n|\n|\r|$))*/.exec(text)?.[0].length ?? 0;
}
