import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../../server/src/service/document/lineIndex';

describe('LineIndex', () => {
  test('counts columns in UTF-16 and ends lines at LF, CRLF and CR', () => {
    const lines = new LineIndex('a😀b\r\nc\rd\n');
    expect(lines.lineCount).toBe(4);
    expect(lines.positionAt(3)).toEqual({ line: 0, character: 3 });
    expect(lines.positionAt(6)).toEqual({ line: 1, character: 0 });
    expect(lines.positionAt(8)).toEqual({ line: 2, character: 0 });
    expect(lines.positionAt(99)).toEqual({ line: 3, character: 0 });
    expect(lines.offsetAt({ line: 9, character: 9 })).toBe(10);
    expect(lines.offsetAt({ line: -1, character: -1 })).toBe(0);
  });

  test('agrees with the text document of the protocol library', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '😀', '名') });
    fc.assert(
      fc.property(text, fc.nat(60), (content, offset) => {
        const lines = new LineIndex(content);
        const reference = TextDocument.create('file:///a', 'vpnconn', 1, content);
        expect(lines.lineCount).toBe(reference.lineCount);
        const at = Math.min(offset, content.length);
        const position = lines.positionAt(at);
        expect(position.line).toBe(
          new LineIndex(content.slice(0, at)).lineCount -
            1 -
            (content[at - 1] === '\r' && content[at] === '\n' ? 1 : 0),
        );
        expect(lines.offsetAt(position)).toBe(at);
      }),
    );
  });
});
