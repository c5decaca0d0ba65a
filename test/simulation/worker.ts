// Runs ranges of seeds in a thread. The other side is scripts/simulate.mjs.
import { parentPort } from 'node:worker_threads';
import { generateScript } from './generateScript';
import type { Violation } from './history';
import { reportFailure } from './report';
import type { Script } from './script';
import { simulate } from './simulate';

/** What the thread is asked for. */
export type Task =
  | { readonly kind: 'run'; readonly first: number; readonly count: number }
  /** Shrinks the script of a seed, or prints the history of a script. */
  | { readonly kind: 'report'; readonly seed: number; readonly violation: Violation }
  | { readonly kind: 'replay'; readonly script: Script }
  | { readonly kind: 'replay-seed'; readonly seed: number };

/** What it answers. */
export type Done =
  | {
      readonly kind: 'ran';
      readonly failures: readonly { readonly seed: number; readonly violation: Violation }[];
      readonly puts: {
        readonly updates: number;
        readonly rollbacks: number;
        readonly kept: number;
      };
      readonly virtualMs: number;
    }
  | { readonly kind: 'text'; readonly text: string };

parentPort?.on('message', (task: Task) => {
  void perform(task).then((done) => parentPort?.postMessage(done));
});

async function perform(task: Task): Promise<Done> {
  switch (task.kind) {
    case 'run':
      return run(task.first, task.count);
    case 'report':
      return { kind: 'text', text: await reportFailure(generateScript(task.seed), task.violation) };
    case 'replay':
      return replay(task.script);
    case 'replay-seed':
      return replay(generateScript(task.seed));
  }
}

async function run(first: number, count: number): Promise<Done> {
  const failures: { seed: number; violation: Violation }[] = [];
  const puts = { updates: 0, rollbacks: 0, kept: 0 };
  let virtualMs = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const { violation, counts } = await simulate(generateScript(seed));
    if (violation !== undefined) failures.push({ seed, violation });
    puts.updates += counts.updates;
    puts.rollbacks += counts.rollbacks;
    puts.kept += counts.kept;
    virtualMs += counts.virtualMs;
  }
  return { kind: 'ran', failures, puts, virtualMs };
}

async function replay(script: Script): Promise<Done> {
  const { lines, violation } = await simulate(script, true);
  const end = violation === undefined ? 'All rules held.' : `${violation.rule}: ${violation.text}`;
  return { kind: 'text', text: [JSON.stringify(script), ...lines, end].join('\n') };
}
