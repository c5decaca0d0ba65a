// Runs a program to its end and keeps what it printed, for scripts that have something to do next.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

process.once('exit', () => {
  for (const child of running) child.kill();
});

/** A program that could not be started, failed, or took too long; `message` ends with its last lines. */
export class CommandFailed extends Error {
  name = 'CommandFailed';
}

/**
 * Runs a program without a shell and without standard input.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<string>} standard output
 * @throws {CommandFailed}
 */
export function run(command, args, { cwd, env = process.env, timeoutMs = 900_000 } = {}) {
  const what = [command, ...args].join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    running.add(child);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.once('error', (error) => {
      running.delete(child);
      reject(new CommandFailed(`${what}: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve(out);
      const end = code === null ? `was ended by ${signal}` : `ended with exit code ${code}`;
      reject(new CommandFailed(`${what} ${end}.\n${lastLines(`${err}\n${out}`)}`));
    });
  });
}

/**
 * Runs npm: the one that runs this script when there is one, else the one on the PATH.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string, node?: string, env?: NodeJS.ProcessEnv }} options `node`: the Node.js that
 *   npm and the build steps it starts are to run on
 */
export function runNpm(args, { cwd, node = process.execPath, env = process.env }) {
  const script = process.env.npm_execpath;
  const path = [dirname(node), env.PATH].join(delimiter);
  const environment = { ...env, PATH: path, npm_config_update_notifier: 'false' };
  return script?.endsWith('.js')
    ? run(node, [script, ...args], { cwd, env: environment })
    : run('npm', args, { cwd, env: environment });
}

function lastLines(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-20).join('\n');
}
