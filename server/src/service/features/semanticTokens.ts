// Semantic tokens: what a grammar cannot know, because it depends on the field and on what YAML makes
// of the text. Keys in clear text, references to secrets, and values that are discouraged.
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { ScalarNode } from '../document/node';
import type { Span } from '../document/span';
import { RuleDocument, type Field } from '../rules/ruleDocument';
import { asSecretReference } from '../schema/checkTags';
import type { FieldFacts } from '../schema/facts';
import type { Snapshot, SnapshotDocument } from '../snapshot';
import { DocumentMemo } from './documentMemo';
import { documentsInRange, isLineInRange } from './documentsInRange';
import { TokenEncoder, type Token } from './tokenEncoder';

/** The tokens of a file, or of the lines of a range of it. `memo` has those of earlier versions. */
export function semanticTokens(
  snapshot: Snapshot,
  range?: Range,
  memo = new DocumentMemo<readonly Token[]>(),
): SemanticTokens {
  const encoder = new TokenEncoder();
  for (const document of documentsInRange(snapshot, range)) {
    for (const token of memo.of(document, tokensOf)) {
      const line = document.line + token.line;
      if (isLineInRange(line, range)) encoder.add({ ...token, line });
    }
  }
  return { data: encoder.data };
}

type Marked = Span & Pick<Token, 'type' | 'modifiers'>;

/** The tokens of one document, in the order of its text. */
function tokensOf({ analysis: { root, text }, segment }: SnapshotDocument): readonly Token[] {
  if (root === undefined) return [];
  return new RuleDocument(root)
    .fieldsWhere(canBeMarked)
    .flatMap((field) => marksOf(field, text))
    .flatMap(({ type, modifiers, ...span }) =>
      piecesOf(span, text).map(({ start, end }) => {
        const { line, character } = segment.lines.positionAt(start);
        return { line, character, length: end - start, type, modifiers };
      }),
    )
    .sort((a, b) => a.line - b.line || a.character - b.character);
}

function canBeMarked(facts: FieldFacts): boolean {
  return facts.sensitive || facts.secretTags.length > 0 || facts.values.length > 0;
}

function marksOf({ node, facts }: Field, text: string): readonly Marked[] {
  if (node.kind !== 'scalar' || node.borrowed) return [];
  if (asSecretReference(node, facts) !== undefined) return referenceMarks(node, text);
  if (node.tag !== undefined || node.style === 'empty') return [];
  if (facts.sensitive)
    return [{ ...node.span, type: 'string', modifiers: ['secret', 'deprecated'] }];
  return isDiscouraged(node, facts)
    ? [{ ...node.span, type: 'enumMember', modifiers: ['deprecated'] }]
    : [];
}

function isDiscouraged({ value }: ScalarNode, { values, disables }: FieldFacts): boolean {
  const known = values.find((each) => each.value === value);
  return known !== undefined && (known.weak ?? disables[known.value]) !== undefined;
}

/** The tag, which stands in front of the node, and the name. */
function referenceMarks({ span, tag = '' }: ScalarNode, text: string): readonly Marked[] {
  const name: Marked = { ...span, type: 'variable', modifiers: ['secret', 'readonly'] };
  const start = text.lastIndexOf(tag, span.start - 1);
  const end = start + tag.length;
  return start < 0 || text.slice(end, span.start).trim() !== ''
    ? [name]
    : [{ start, end, type: 'macro', modifiers: ['secret'] }, name];
}

/** A token lies on one line: of a value over several lines there is one for each. */
function piecesOf({ start, end }: Span, text: string): readonly Span[] {
  const visible = /\S(?:[^\r\n]*\S)?/g;
  return [...text.slice(start, end).matchAll(visible)].map(({ index, 0: piece }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}
