// `npm run test:simulate -- --histories 100000 --seed 1 --jobs 2`: runs the core through so many simulated
// histories (test/simulation) and prints the first that break a rule, made as short as possible.
//   --failures 3     how many of them are printed; all are counted
//   --rule NAME      print only histories that break this rule
//   --until-failure  stop at the first failure
//   --replay SEED    print the history of one seed
//   --script FILE    print the history of a script, as a failure printed it
//   --patch FILE     break the core on purpose: a list of {file, find, replace} that is applied to the
//                    sources while they are bundled; each text to find must appear exactly once
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    failures: { type: 'string', default: '1' },
    rule: { type: 'string' },
    'until-failure': { type: 'boolean', default: false },
    replay: { type: 'string' },
    script: { type: 'string' },
    patch: { type: 'string' },
  },
});
const root = join(import.meta.dirname, '..');
const bundle = join(root, 'out', 'simulation', `worker-${process.pid}.mjs`);

/** Applies a patch to the sources. */
const patched = (file) => ({
  name: 'patched',
  setup: ({ onLoad, onEnd }) => {
    const edits = JSON.parse(readFileSync(file, 'utf8'));
    const left = new Set(edits);
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const name = relative(root, path).replaceAll('\\', '/');
      const mine = edits.filter((edit) => edit.file === name);
      if (mine.length === 0) return undefined;
      const contents = mine.reduce(
        (text, edit) => {
          if (text.split(edit.find).length !== 2) throw new Error(`${name}: ${edit.find}`);
          left.delete(edit);
          return text.replace(edit.find, () => edit.replace);
        },
        readFileSync(path, 'utf8'),
      );
      return { contents, loader: 'ts' };
    });
    onEnd(() => {
      if (left.size > 0) throw new Error(`not applied: ${JSON.stringify([...left])}`);
    });
  },
});

await build({
  entryPoints: [join(root, 'test', 'simulation', 'worker.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: values.patch === undefined ? [] : [patched(values.patch)],
});

/** A thread that does one task at a time. */
class Thread {
  #worker = new Worker(bundle, { execArgv: ['--enable-source-maps'] });
  perform(task) {
    return new Promise((resolve, reject) => {
      this.#worker.removeAllListeners();
      this.#worker.once('message', resolve).once('error', reject);
      this.#worker.postMessage(task);
    });
  }
  end() {
    return this.#worker.terminate();
  }
}

const print = (text) => process.stdout.write(`${text}\n`);

async function replay() {
  const thread = new Thread();
  const { text } = await thread.perform(
    values.script === undefined
      ? { kind: 'replay-seed', seed: Number(values.replay) }
      : { kind: 'replay', script: JSON.parse(readFileSync(values.script, 'utf8')) },
  );
  print(text);
  await thread.end();
}

async function runAll() {
  const [histories, first, jobs] = [values.histories, values.seed, values.jobs].map(Number);
  const chunk = Math.min(100, Math.max(1, Math.ceil(histories / (4 * jobs))));
  const started = performance.now();
  const totals = { done: 0, updates: 0, rollbacks: 0, kept: 0, virtualMs: 0 };
  const failures = [];
  let next = 0;
  let shownAt = started;
  const isEnough = () => values['until-failure'] && failures.length > 0;
  const threads = Array.from({ length: jobs }, () => new Thread());
  await Promise.all(
    threads.map(async (thread) => {
      while (next < histories && !isEnough()) {
        const count = Math.min(chunk, histories - next);
        const begin = next;
        next += count;
        const ran = await thread.perform({ kind: 'run', first: first + begin, count });
        failures.push(...ran.failures);
        totals.done += count;
        totals.virtualMs += ran.virtualMs;
        for (const key of ['updates', 'rollbacks', 'kept']) totals[key] += ran.puts[key];
        if (performance.now() - shownAt > 10_000) {
          shownAt = performance.now();
          print(
            `${totals.done} histories, ${rate(totals.done, started)}, ${failures.length} failed`,
          );
        }
      }
    }),
  );
  summarize(totals, failures, started);
  failures.sort((a, b) => a.seed - b.seed);
  const shown = failures.filter(
    ({ violation }) => (values.rule ?? violation.rule) === violation.rule,
  );
  for (const failure of shown.slice(0, Number(values.failures))) {
    const { text } = await threads[0].perform({ kind: 'report', ...failure });
    print(`\n${text}`);
  }
  await Promise.all(threads.map((thread) => thread.end()));
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function rate(count, started) {
  return `${((1000 * count) / (performance.now() - started)).toFixed(1)} per second`;
}

function summarize({ done, updates, rollbacks, kept, virtualMs }, failures, started) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`${done} histories in ${seconds} s, ${rate(done, started)}, ${failures.length} failed`);
  const hours = Math.round(virtualMs / 3_600_000);
  print(
    `${updates} updates, ${rollbacks} rollbacks sent, ${kept} kept, ${hours} hours of virtual time`,
  );
  const byRule = new Map();
  for (const { seed, violation } of failures) {
    byRule.set(violation.rule, [...(byRule.get(violation.rule) ?? []), seed]);
  }
  for (const [rule, seeds] of byRule) {
    print(`${rule}: ${seeds.length} (seeds ${seeds.slice(0, 8).join(', ')})`);
  }
}

await (values.replay === undefined && values.script === undefined ? runAll() : replay());
