// The comments that the quick fixes put in are comments: no value changes, and what they silence is
// the problem that they were asked for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withLineFeeds } from '../../server/src/service/document/lineBreaks';
import { parseAllDocuments } from 'yaml';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { createSnapshot, diagnostics } from '../../server/src/service';
import { mutatedText, runs } from '../support/mutations';
import { mistakenText } from '../support/mistakes';
import { actionsOf, withAction } from '../support/quickFix';
import { updateText } from '../support/updateText';

/** Values over several lines, comments between them and markers: where a comment is hard to place. */
const awkward = fc
  .array(
    fc.constantFrom(
      'x-note: "first\n  second\n  pfs: third"\n',
      "x-note: '\n\n  # vpnconn-disable-next-line crypto/weak\n  b'\n",
      'x-text: |\n  # vpnconn-disable-next-line crypto/weak\n',
      'x-text: |+\n\n  pfs: disable\n\n',
      'x-plain: one\n  two\n',
      updateText('ipsecpolicy: {pfs: disable, encryption_algorithm: 3des}'),
      updateText('ipsecpolicy: {transform_protocol: "e\n  sp", pfs: disable}'),
      updateText('ipsecpolicy:\n  pfs: disable # why\n  # why not\n  encryption_algorithm: 3des'),
      updateText('ipsecpolicy:\n  pfs: !!str\n    disable'),
      updateText('psk: "Abcd\n  1234!"'),
      '--- {vpn_connection: {ipsecpolicy: {pfs: disable}}}\n',
      '--- # vpnconn-disable-next-line crypto/weak\n',
      '---\n',
      '...\n',
      '# vpnconn-disable-next-line crypto/weak\n',
      '# vpnconn-disable-file crypto/weak\n',
      'vpn_connection: {ipsecpolicy: {\n pfs: disable}}\n',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const anyText = fc
  .tuple(fc.oneof(awkward, mutatedText, mistakenText), fc.option(awkward), fc.boolean())
  .map(([text, more, crlf]) => {
    const whole = more === null ? text : `${text}${text.endsWith('\n') ? '' : '\n'}---\n${more}`;
    return crlf ? whole.replaceAll(/\r?\n/g, '\r\n') : whole;
  });

const uri = 'file:///a.vpnconn.yaml';
const problems = (text: string): readonly Diagnostic[] => diagnostics(createSnapshot(text), uri);

/** What the YAML library reads, document by document. */
function dataOf(text: string): unknown[] {
  const documents = parseAllDocuments(withLineFeeds(text), {
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return Array.isArray(documents)
    ? documents.map(({ errors, contents }) =>
        // In a broken one a comment can change what the parser complains about.
        errors.length > 0 ? 'broken' : JSON.stringify(contents),
      )
    : [];
}

/** A problem without its line, which moves down; a byte order mark stays in the first line. */
function sayingIn(text: string): (problem: Diagnostic) => string {
  return ({ code, message, severity, range: { start } }) => {
    const hidden = start.line === 0 && text.startsWith('\uFEFF') ? 1 : 0;
    return JSON.stringify([code, severity, message, Math.max(start.character - hidden, 0)]);
  };
}

function isSuppression({ title }: CodeAction): boolean {
  return title.startsWith('Ignore ');
}

/** What the comment may silence: problems of one kind, on one line or in the whole file. */
function meant(problem: Diagnostic, { title }: CodeAction): (other: Diagnostic) => boolean {
  return ({ code, range }) =>
    code === problem.code &&
    (title.endsWith('in this file') || range.start.line === problem.range.start.line);
}

/** Comments about comments come and go: one that was unused can be of use now. */
function isAboutComments({ code }: Diagnostic): boolean {
  return String(code).startsWith('suppress/');
}

describe('for any text', () => {
  test('ignoring a problem changes no data and silences that problem alone', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const before = problems(text);
        for (const action of actionsOf(text).filter(isSuppression).slice(0, 12)) {
          const [problem] = action.diagnostics!;
          const after = withAction(text, action);
          expect(dataOf(after), action.title).toEqual(dataOf(text));
          const left = before.filter((each) => !meant(problem!, action)(each));
          const said = (all: readonly Diagnostic[], whole: string): string[] =>
            all.filter((each) => !isAboutComments(each)).map(sayingIn(whole));
          expect(said(problems(after), after)).toEqual(said(left, text));
          tried++;
        }
      }),
      { numRuns: runs },
    );
    expect(tried).toBeGreaterThan(runs / 4);
  });
});
