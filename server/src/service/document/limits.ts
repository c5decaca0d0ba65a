// Bounds that keep one file from hanging the editor. Real updates are a few kilobytes.
import type { Problem } from '../problem';
import { lineAround } from './span';

/** UTF-16 code units of one document; about 100 times the largest update that the API can take. */
export const maxDocumentLength = 1 << 20;
/** UTF-16 code units of one file; several times a file of 1,000 documents. */
export const maxFileLength = 8 << 20;
/** Levels of nesting in one document; an update needs six. */
export const maxDepth = 100;
/** Values in one document after aliases are resolved; an update has at most a few hundred. */
export const maxNodes = 20_000;

/** The problem that stops a document from being checked at all, if there is one. */
export function exceededLimit(text: string): Problem | undefined {
  if (text.length > maxDocumentLength) {
    return limitProblem(
      text,
      'This document is too large to be checked (more than 1 MiB). Split it with lines of three hyphens.',
    );
  }
  if (nestsTooDeep(text)) {
    return limitProblem(
      text,
      `This document nests deeper than ${maxDepth} levels. An update needs six.`,
    );
  }
  return undefined;
}

/** A `yaml/limits` problem on the line of `offset`. */
export function limitProblem(text: string, message: string, offset = 0): Problem {
  return {
    code: 'yaml/limits',
    severity: 'error',
    pointer: '',
    span: lineAround(text, offset),
    message,
  };
}

/**
 * Whether brackets or dashes alone nest beyond the bound. A cheap scan of the text, because a parser
 * that works by recursion must not see such a text in the first place.
 */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) depth++;
    else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
    if (depth > maxDepth) return true;
  }
  return /^[ ]*(?:[-?] ){100}|^ {1000}/m.test(text);
}
