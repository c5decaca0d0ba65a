// Bounds that keep one file from hanging the editor. Real updates are a few kilobytes.
import type { Problem } from '../problem';
import { measureText } from './measureText';
import { lineAround } from './span';

/** UTF-16 code units of one document; about 25 times the largest update that the API can take. */
export const maxDocumentLength = 1 << 18;
/** UTF-16 code units of one file; almost three times a file of 1,000 documents. */
export const maxFileLength = 4 << 20;
/** Documents of one file. */
export const maxDocuments = 5_000;
/** Levels of nesting in one document; an update needs six. */
export const maxDepth = 100;
/** Lines, keys and other parts (see `measureText`) of one document; an update has several hundred. */
export const maxParts = 4_000;
/**
 * Values in one document after aliases are resolved; an update has at most a few hundred. A long text counts as
 * several values, because it is matched and compared wherever an alias brings it.
 */
export const maxNodes = 10_000;

/** The limits as people read them. */
export const limitsInWords = {
  documentLength: `${maxDocumentLength >> 10} KiB`,
  fileLength: `${maxFileLength >> 20} MiB`,
  documents: inThousands(maxDocuments),
  parts: inThousands(maxParts),
  nodes: inThousands(maxNodes),
} as const;

/** What is said about a document that nests too deep, whoever finds out. */
export const depthMessage = `This document nests deeper than ${maxDepth} levels. An update needs six.`;

/** The problem that stops a document from being checked at all, if there is one. */
export function exceededLimit(text: string): Problem | undefined {
  if (text.length > maxDocumentLength) {
    return limitProblem(
      text,
      `This document is too large to be checked (more than ${limitsInWords.documentLength}). Split it with lines of three hyphens.`,
    );
  }
  const { parts, tooDeepAt } = measureText(text, maxDepth);
  if (tooDeepAt !== undefined) return limitProblem(text, depthMessage, tooDeepAt);
  if (parts > maxParts) {
    return limitProblem(
      text,
      `This document has too many lines and values to be checked (more than ${limitsInWords.parts}). Split it with lines of three hyphens.`,
    );
  }
  return undefined;
}

/** A `yaml/limits` problem on the line of `offset`. */
export function limitProblem(text: string, message: string, offset = firstVisible(text)): Problem {
  return {
    code: 'yaml/limits',
    severity: 'error',
    pointer: '',
    span: lineAround(text, offset),
    message,
  };
}

function firstVisible(text: string): number {
  return Math.max(text.search(/[^\s\uFEFF]/), 0);
}

/** `5,000`. The engine can write that as well, but loading what it knows of languages costs 10 ms and 6 MiB. */
function inThousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
