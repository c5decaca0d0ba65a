// A key in clear text that could move to the secret storage of the editor: where it stands, never what
// it is. The client reads it from the text and puts a reference in its place.
import type { Position } from 'vscode-languageserver-types';
import { isSecretName, type LiteralSecretResult } from '../../protocol/messages';
import { analyze, type Analysis } from '../analysis';
import { walk, type ScalarNode } from '../document/node';
import type { Span } from '../document/span';
import type { Problem } from '../problem';
import { literal } from '../rules/psk/literal';
import { asSecretReference } from '../schema/checkTags';
import { table } from '../schema/table';
import { documentAtLine, type Snapshot } from '../snapshot';
import { rangeInFile } from './diagnostics';
import { applyEdits, ownScalar } from './fixes/fix';

/** The place in one document, or a sentence that says why nothing can be moved. */
type LiteralPlace =
  | { readonly kind: 'found'; readonly span: Span }
  | { readonly kind: 'none'; readonly message: string };

/** The literal key of the document at `position`; `version` is that of the buffer. */
export function locateLiteralSecret(
  snapshot: Snapshot,
  position: Position,
  version: number,
): LiteralSecretResult {
  const document = documentAtLine(snapshot, position.line);
  const place = literalPlace(document.analysis);
  if (place.kind === 'none') return place;
  const name = suggestedName(document.analysis, place.span);
  return {
    kind: 'found',
    version,
    range: rangeInFile(document, place.span),
    ...(name !== undefined && { suggestedName: name }),
  };
}

/** Where the key stands, as it is written, quotes included. */
export function literalPlace(analysis: Analysis): LiteralPlace {
  const { root, text, problems } = analysis;
  const altered = problems.find(isAlteredSecret);
  if (altered !== undefined)
    return none(
      'YAML makes something else of this key than what is typed. Put it in quotes first, then move it.',
    );
  const found = problems.find(({ code }) => code === literal.id);
  if (found === undefined) return none('This document holds no key in clear text.');
  const node = ownScalar(root, found.pointer);
  if (node === undefined)
    return none('The key comes through an alias. Write it in its place first, then move it.');
  // The folding of lines is a matter of YAML that nobody wants in a key.
  if (node.style === 'block' || /[\r\n]/.test(text.slice(node.span.start, node.span.end)))
    return none('The key stands on several lines. Write it on one line, in quotes, then move it.');
  return canBeReference(analysis, node)
    ? { kind: 'found', span: node.span }
    : none(
        'No reference can stand here because of a tag or an error beside the key. Mend that first.',
      );
}

function isAlteredSecret({ code, pointer }: Problem): boolean {
  return code === 'yaml/altered-text' && (table.factsAt(pointer)?.secretTags.length ?? 0) > 0;
}

/** A tag that is there already, for example, leaves no place for another one. */
function canBeReference(analysis: Analysis, { pointer, span }: ScalarNode): boolean {
  const [tag] = table.factsAt(pointer)?.secretTags ?? [];
  if (tag === undefined) return false;
  const after = analyze(applyEdits(analysis.text, [{ span, text: `${tag} x` }]));
  const isReference =
    after.root !== undefined &&
    [...walk(after.root)].some(
      (node) =>
        node.pointer === pointer &&
        asSecretReference(node, table.factsAt(pointer))?.value === 'x' &&
        !node.borrowed,
    );
  const codes = new Set(analysis.problems.map(({ code }) => code));
  return (
    isReference &&
    after.problems.every(({ code, severity }) => severity !== 'error' || codes.has(code))
  );
}

/** The name of the connection, when it will do as the name of a secret and is not the key itself. */
function suggestedName({ root, text }: Analysis, { start, end }: Span): string | undefined {
  const name = ownScalar(root, table.fieldWithRole('label').path)?.value;
  const isUsable = typeof name === 'string' && isSecretName(name);
  return isUsable && !text.slice(start, end).includes(name) ? name : undefined;
}

function none(message: string): LiteralPlace {
  return { kind: 'none', message };
}
