// When the engine compiles functions a second time, optimized by what it has seen of them.
import { setFlagsFromString } from 'node:v8';

/**
 * Asks for four times the usual evidence before a function is optimized. Called once the work in advance
 * is done: what that made hot is optimized by then, and the many functions that are just short of it
 * would each take a few milliseconds of a second thread while somebody types, which costs more than it
 * brings. A keystroke took a fifth less CPU at the 12th and at the 250th, a completion of the first
 * minute a sixth less time, and later ones as much as before. Measured on Node 20, with ten in the place
 * of twelve, by driving servers with and without it in turns.
 */
export function optimizeReluctantly(): void {
  for (const flag of reluctantFlags(process.versions.v8)) setFlagsFromString(flag);
}

/**
 * The flags for a version of V8 such as `11.3.244.8-node.30`. None from 11.7 on: those engines optimize
 * in an intermediate step that costs little, and do not know these flags.
 */
export function reluctantFlags(version: string): readonly string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 11 || (major === 11 && minor >= 7)) return [];
  return ['--ticks-before-optimization=12', '--max-bytecode-size-for-early-opt=0'];
}
