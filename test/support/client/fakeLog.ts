// A log that keeps its lines, `level text`.
import type { Log } from '../../../client/src/core/ports/ports';

export interface FakeLog extends Log {
  readonly lines: readonly string[];
}

export function fakeLog(): FakeLog {
  const lines: string[] = [];
  const at = (level: string) => (text: string) => {
    lines.push(`${level} ${text}`);
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
