// The report of the suites inside the extension host: one JSON line for each test, then an end.

/** A line of the report. */
export type HostReportLine =
  | {
      readonly kind: 'test';
      readonly name: string;
      readonly ms: number;
      /** Stack of the failure; absent when the test passed. */
      readonly error?: string;
    }
  | { readonly kind: 'end' };

/** Environment variable with the path of the file. */
export const reportVariable = 'VPNCONN_E2E_REPORT';

/** Reads what has been written so far; a line that is still being written is left out. */
export function parseReport(text: string): readonly HostReportLine[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as HostReportLine);
}
