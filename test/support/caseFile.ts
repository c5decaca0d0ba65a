// Case files: YAML with expectations as comments, so that a case reads like the editor shows it.
//
//   ### title of the case
//   vpn_connection:
//     name: 2024
//     #     ^^^^ error yaml/altered-text: Connection name must be text …
//
// An annotation stands under the line it speaks about, with carets under the marked text. Where carets
// cannot reach (the first columns), `#@0-4` gives the columns. The message may be left out. Annotation
// lines are removed before the text is used.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One expected or actual diagnostic, as one line of text that a failing test can show. */
export type DiagnosticLine = string;

export interface DiagnosticCase {
  readonly title: string;
  readonly text: string;
  readonly expected: readonly ExpectedDiagnostic[];
}

export interface ExpectedDiagnostic {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly code: string;
  readonly message?: string;
}

const annotation =
  /^\s*#(?:(\s*)(\^+)|@(\d+)-(\d+)) (error|warning|information) (\S+?)(?:: (.*))?$/;

/** All cases of the files in `folder` that end with `.yaml`. */
export function readCaseFolder(folder: string): readonly (DiagnosticCase & { file: string })[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) =>
      readCases(readFileSync(join(folder, file), 'utf8')).map((each) => ({ file, ...each })),
    );
}

/** The cases of one file. */
export function readCases(content: string): readonly DiagnosticCase[] {
  const parts = content.split(/^### (.*)\n/m).slice(1);
  const cases: DiagnosticCase[] = [];
  for (let at = 0; at < parts.length; at += 2)
    cases.push(readCase(parts[at] ?? '', parts[at + 1] ?? ''));
  return cases;
}

function readCase(title: string, body: string): DiagnosticCase {
  const lines: string[] = [];
  const expected: ExpectedDiagnostic[] = [];
  for (const line of body.split('\n')) {
    const match = annotation.exec(line);
    if (match === null) {
      lines.push(line);
      continue;
    }
    const [, , carets, from, to, severity, code, message] = match;
    const start = carets === undefined ? Number(from) : line.indexOf('^');
    const end = carets === undefined ? Number(to) : start + carets.length;
    expected.push({
      line: lines.length - 1,
      start,
      end,
      severity: severity!,
      code: code!,
      ...(message && { message }),
    });
  }
  return { title, text: lines.join('\n'), expected };
}
