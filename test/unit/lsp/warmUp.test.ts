// Work in advance, on a timer of the test.
import { describe, expect, test } from 'vitest';
import { guardedRuntime } from '../../../server/src/lsp/guard';
import { WarmUp } from '../../../server/src/lsp/warmUp';
import type { Runtime } from '../../../server/src/lsp/runtime';
import { createSnapshot, type CompletionOptions } from '../../../server/src/service';
import { updateText } from '../../support/updateText';

const options: CompletionOptions = { format: 'markdown', snippets: true, triggerSuggest: true };

function begin(completion: CompletionOptions, ...texts: readonly string[]) {
  const waiting: (() => void)[] = [];
  const lines: string[] = [];
  let ends = 0;
  const platform: Runtime = {
    startTimer: (_, run) => {
      waiting.push(run);
      return () => undefined;
    },
    runLater: (run) => run(),
    warmedUp: () => ends++,
    exit: () => undefined,
    exitWith: () => undefined,
  };
  const runtime = guardedRuntime(platform, { error: (line) => lines.push(line) });
  const warmUp = new WarmUp(runtime, completion);
  for (const [index, text] of texts.entries())
    warmUp.begin(`file:///${index}.vpnconn.yaml`, createSnapshot(text));
  let rounds = 0;
  for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
    run();
    rounds++;
  }
  return { lines, rounds, ends };
}

const update = updateText('name: a');

describe('work in advance', () => {
  test('is done in rounds and comes to an end', () => {
    expect(begin(options, update)).toEqual({ lines: [], rounds: 40, ends: 1 });
  });

  test('is done once, with the first file that holds something', () => {
    expect(begin(options, '', update, update)).toEqual({ lines: [], rounds: 40, ends: 1 });
  });

  test('is not done with a document that would make somebody wait', () => {
    const networks = (count: number): string =>
      updateText(`peer_subnets: [${Array(count).fill('10.0.0.0/8').join(', ')}]`);
    expect(begin(options, networks(500)).rounds).toBe(40);
    expect(begin(options, networks(700)).rounds).toBe(0);
    const shared = `x-a: &a [${Array(40).fill('b').join(', ')}]\nx-b: [${Array(40).fill('*a').join(', ')}]\n`;
    expect(begin(options, shared).rounds).toBe(0);
  });

  test('ends with a line in the log when it fails, which does not quote what failed', () => {
    const broken: CompletionOptions = {
      ...options,
      get snippets(): boolean {
        throw new RangeError('psk: Secret-1');
      },
    };
    const { lines, rounds, ends } = begin(broken, update);
    expect([rounds, ends]).toEqual([1, 0]);
    expect(lines).toEqual([expect.stringMatching(/^work in the background failed: RangeError\n/)]);
    expect(lines[0]).not.toContain('Secret-1');
  });
});
