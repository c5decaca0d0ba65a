// Runs the suites inside the extension host of a real VS Code and repeats their results as tests.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { context } from '../support/context';
import { Editor } from '../support/editor';
import { keepEvidence } from '../support/evidence';
import { until } from '../support/until';
import { parseReport, reportVariable, type HostReportLine } from './report';

const minutes = 60_000;
const lines = await runHostSuites();

describe('inside the extension host', () => {
  for (const line of lines) {
    if (line.kind === 'end') continue;
    it(line.name, () => {
      expect(line.error).toBeUndefined();
    });
  }

  it('runs to the end', () => {
    expect(lines.at(-1)).toEqual({ kind: 'end' });
    expect(lines.length).toBeGreaterThan(1);
  });
});

/** What the report holds at its end, or when the time is over. */
async function runHostSuites(): Promise<readonly HostReportLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vpnconn-host-'));
  const report = join(folder, 'report.jsonl');
  await writeFile(report, '');
  const editor = await Editor.start({
    // The extension comes from the sources here, so none must be installed.
    extensionsFolder: join(folder, 'extensions'),
    env: { [reportVariable]: report },
  });
  try {
    const window = await editor.open({
      payload: [
        ['extensionDevelopmentPath', editor.uriOf(context.root)],
        ['extensionTestsPath', editor.uriOf(context.hostSuites)],
      ],
    });
    const read = async () => parseReport(await readFile(report, 'utf8'));
    const isOver = async () => (await read()).some(({ kind }) => kind === 'end') || undefined;
    await until('the end of the report', isOver, 8 * minutes).catch(() => undefined);
    const result = await read();
    const failed = result.some((line) => line.kind === 'test' && line.error !== undefined);
    if (failed || result.at(-1)?.kind !== 'end') await keepEvidence('host suites', window, editor);
    return result;
  } finally {
    await editor.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
