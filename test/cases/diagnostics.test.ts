import { describe, expect, test } from 'vitest';
import { createSnapshot, diagnostics } from '../../server/src/service';
import { readCaseFolder, type ExpectedDiagnostic } from '../support/caseFile';

const severities = ['', 'error', 'warning', 'information'];

/** Diagnostics of `text` in the form of the cases. */
function found(text: string): ExpectedDiagnostic[] {
  return diagnostics(createSnapshot(text), 'file:///case.vpnconn.yaml').map(
    ({ range, severity, code, message }) => {
      expect(range.end.line, 'a range lies on one line').toBe(range.start.line);
      return {
        line: range.start.line,
        start: range.start.character,
        end: range.end.character,
        severity: severities[severity ?? 0] ?? '',
        code: String(code),
        message: message as string,
      };
    },
  );
}

/** One line a diagnostic; without the message where the case does not give one. */
function show({ line, start, end, severity, code, message }: ExpectedDiagnostic): string {
  return `${line + 1}:${start}-${end} ${severity} ${code}${message === undefined ? '' : `: ${message}`}`;
}

describe('diagnostics', () => {
  const cases = readCaseFolder(`${import.meta.dirname}/diagnostics`);

  test('there are cases', () => {
    expect(cases.length).toBeGreaterThan(30);
  });

  for (const { file, title, text, expected } of cases) {
    test(`${file}: ${title}`, () => {
      const actual = found(text);
      const lines = actual.map((each, index) =>
        show(expected[index]?.message === undefined ? { ...each, message: undefined! } : each),
      );
      expect(lines).toEqual(expected.map(show));
    });

    test(`${file}: ${title} (CRLF and BOM)`, () => {
      const plain = found(text);
      const crlf = found(text.replaceAll('\n', '\r\n'));
      expect(crlf).toEqual(plain);
      const withBom = found(`\uFEFF${text}`).map((each) =>
        each.line === 0 ? { ...each, start: each.start - 1, end: each.end - 1 } : each,
      );
      expect(withBom).toEqual(plain);
    });
  }
});
