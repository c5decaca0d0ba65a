// Finds the Node.js that an editor needs: the one that runs this script if its version is right,
// else one from the npm registry.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from '../process/step.mjs';
import { unpackPackage } from './npmPackage.mjs';

/**
 * @param {number} major
 * @param {string} cache the folder to keep it in
 * @returns {Promise<string>} path of the program
 */
export async function installNode(major, cache) {
  if (Number(process.versions.node.split('.')[0]) === major) return process.execPath;
  const folder = join(cache, `node-${major}`);
  const program = join(folder, 'bin/node');
  if (existsSync(program)) return program;
  const work = `${folder}.partial-${process.pid}`;
  try {
    await mkdir(work, { recursive: true });
    // The package `node` only chooses among these, in an install script.
    const name = `node-${process.platform}-${process.arch}@${major}`;
    await step(`Downloading ${name}`, () => unpackPackage(name, work));
    await rm(folder, { recursive: true, force: true });
    await rename(join(work, 'package'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return program;
}
