// Runs the registered tests inside the extension host and reports through a file, because nothing
// that is printed there reaches the outside.
import { appendFileSync } from 'node:fs';
import type { HostReportLine } from './report';
import { reportVariable } from './report';
import { registeredTests, type HostTest } from './miniTest';

const timeoutMs = 60_000;

/** Called by the editor. Failures are in the report, so it always resolves. */
export async function run(): Promise<void> {
  for (const test of registeredTests()) {
    const began = Date.now();
    const error = await failureOf(test);
    write({
      kind: 'test',
      name: test.name,
      ms: Date.now() - began,
      ...(error !== undefined && { error }),
    });
  }
  write({ kind: 'end' });
}

async function failureOf(test: HostTest): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not finished after ${timeoutMs} ms`));
    }, timeoutMs);
  });
  try {
    await Promise.race([Promise.resolve().then(test.body), tooLate]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}

function write(line: HostReportLine): void {
  appendFileSync(process.env[reportVariable]!, `${JSON.stringify(line)}\n`);
}
