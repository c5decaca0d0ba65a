// Makes a failing script shorter: leaves out one step after the other, and takes the plainest world, as
// long as the same rule is still broken.
import type { Rule } from './history';
import { derivedSeed } from './random';
import { simulate } from './simulate';
import type { Script, Setup } from './script';

/** Another script has other delays, so each one is tried with several schedules. */
const schedules = 12;

/** Histories that are run at most. */
const maxRuns = 1500;

/** A shorter script that breaks the same rule. */
export async function shrink(script: Script, rule: Rule): Promise<Script> {
  let best = script;
  let runs = 0;
  const fails = async (candidate: Script): Promise<Script | undefined> => {
    for (let index = 0; index < schedules && runs < maxRuns; index += 1) {
      runs += 1;
      const seed = index === 0 ? candidate.seed : derivedSeed(candidate.seed, 100 + index);
      const tried = { ...candidate, seed };
      if ((await simulate(tried)).violation?.rule === rule) return tried;
    }
    return undefined;
  };
  for (let isShorter = true; isShorter && runs < maxRuns;) {
    isShorter = false;
    for (const candidate of shorter(best)) {
      const failing = await fails(candidate);
      if (failing !== undefined) {
        best = failing;
        isShorter = true;
        break;
      }
    }
  }
  return best;
}

function* shorter(script: Script): Generator<Script> {
  const { steps, setup } = script;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    yield { ...script, steps: steps.toSpliced(index, 1) };
  }
  if (setup.windows.length > 1) {
    yield { ...script, setup: { ...setup, windows: setup.windows.slice(0, -1) } };
  }
  for (const [key, value] of Object.entries(plain)) {
    const simpler = { ...setup, [key]: value };
    if (JSON.stringify(simpler) !== JSON.stringify(setup)) yield { ...script, setup: simpler };
  }
  if (setup.readOnlyFrom !== undefined) {
    const writable: { readOnlyFrom?: number } & Setup = { ...setup };
    delete writable.readOnlyFrom;
    yield { ...script, setup: writable };
  }
}

/** The plainest world. */
const plain: Partial<Setup> = {
  login: 'access-key',
  target: 'regional',
  diskMs: 3,
  networkMs: 80,
  hasLinks: true,
  settleMs: 500,
  endsAs: 'ACTIVE',
  hasGateway: false,
  runsInSleep: false,
  tokenMs: 86_400_000,
  foreignRecords: [],
};
