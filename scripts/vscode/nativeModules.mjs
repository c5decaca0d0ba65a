// Compiles the parts of VS Code that are neither JavaScript nor come ready-made. Without them the
// editor works and keeps no log files, so a machine without a compiler is told so and goes on.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canInstallPackages, installPackages } from '../process/debian.mjs';
import { run, runNpm } from '../process/run.mjs';
import { step } from '../process/step.mjs';

/**
 * @param {string} folder holds node_modules
 * @param {readonly string[]} modules
 * @param {string} node the Node.js program that will load them
 */
export async function buildNativeModules(folder, modules, node) {
  try {
    await provideCompiler();
    await step(`Compiling ${modules.join(', ')}`, () => compile(folder, modules, node));
  } catch (error) {
    console.log(`  ${error instanceof Error ? error.message : String(error)}\n  ${consequence}`);
  }
}

async function provideCompiler() {
  const missing = await missingTools();
  if (missing.length === 0) return;
  if (!canInstallPackages())
    throw new Error(`Native modules are left out: ${missing.join(', ')} not found.`);
  await step('Installing a compiler', () => installPackages(['g++', 'make', 'python3']));
}

const consequence = 'VS Code works without them, but its log files stay empty.';

async function compile(folder, modules, node) {
  const env = { ...process.env, JOBS: 'max', ...headers(node) };
  await runNpm(['rebuild', '--ignore-scripts=false', ...modules], { cwd: folder, node, env });
}

/** Most installations of Node.js bring the headers along; without them they would be downloaded. */
function headers(node) {
  const prefix = resolve(node, '../..');
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}

async function missingTools() {
  const tools = ['make', 'c++', 'python3'];
  const found = await Promise.all(
    tools.map((tool) => run(tool, ['--version'], { timeoutMs: 10_000 }).then(yes, no)),
  );
  return tools.filter((_, index) => !found[index]);
}

const yes = () => true;
const no = () => false;
