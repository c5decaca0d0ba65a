// Programs that run beside a script and must not outlive it.
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {WeakMap<import('node:child_process').ChildProcess, Promise<unknown>>} */
const ends = new WeakMap();

process.once('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
])
  process.once(signal, () => void stopAll().finally(() => process.exit(128 + number)));

/** Ends everything that was started here. */
export async function stopAll() {
  await Promise.all([...running].map((child) => stop(child)));
}

/**
 * Starts a program in a process group of its own, so that everything it starts can be ended with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void }} [options]
 */
export function startInBackground(command, args, { cwd, env, onOutput = () => undefined } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  let output = '';
  const keep = (text) => {
    output = (output + text).slice(-200_000);
    onOutput(text);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      keep(`${error.message}\n`);
      resolve();
    });
    child.once('exit', () => resolve());
  }).then(() => running.delete(child));
  ends.set(child, ended);

  return {
    /** Everything printed so far (the last 200,000 characters). */
    output: () => output,
    /** Settles when the program has ended, for whatever reason. */
    ended,
    /** Waits until the output matches; rejects when the program ends first or the time is over. */
    waitFor: (pattern, timeoutMs) => waitFor(child, () => output, pattern, timeoutMs, ended),
    /** Ends the program and all it started, the hard way when it does not listen. */
    stop: () => stop(child),
  };
}

function waitFor(child, output, pattern, timeoutMs, ended) {
  return new Promise((resolve, reject) => {
    const finish = (settle) => {
      clearTimeout(timer);
      child.stdout.off('data', look);
      child.stderr.off('data', look);
      settle();
    };
    const look = () => {
      const match = pattern.exec(output());
      if (match !== null) finish(() => resolve(match));
    };
    const fail = (reason) => () => reject(new Error(`${reason}\n${output().slice(-4000)}`));
    const timer = setTimeout(
      () => finish(fail(`${child.spawnfile} did not get ready in ${timeoutMs / 1000} s.`)),
      timeoutMs,
    );
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void ended.then(() => finish(fail(`${child.spawnfile} ended before it was ready.`)));
    look();
  });
}

async function stop(child) {
  if (!running.has(child)) return;
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
  await ends.get(child);
  clearTimeout(timer);
  // The leader is gone; what it started may still be on its way out.
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}
