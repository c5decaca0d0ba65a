// The ports of a process that can end at any moment: after that no call has an effect, and none returns.
import type { Ports } from '../../../client/src/core/ports/ports';
import type { Mortal } from './virtualTime';

/** Hears of every call of a port that returns a promise, before it is made. */
export type CallListener = (call: string, argument: unknown) => void;

/** The same ports, for a process. */
export function mortalPorts(ports: Ports, process: Mortal, called: CallListener): Ports {
  const never = new Promise<never>(() => undefined);
  const unlessGone = async (work: Promise<unknown>): Promise<unknown> => {
    const settled = await work.finally(() => (process.isGone ? never : undefined));
    return process.isGone ? never : settled;
  };
  const wrap = <T extends object>(port: T, name: string): T =>
    new Proxy(port, {
      get: (target, member) => {
        const value: unknown = Reflect.get(target, member);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]): unknown => {
          if (process.isGone && !harmless.has(name)) return never;
          if (asynchronous.has(name)) called(`${name}.${String(member)}`, given[0]);
          // The listener may have ended the process.
          if (process.isGone && !harmless.has(name)) return never;
          const result: unknown = Reflect.apply(value, target, given);
          return result instanceof Promise ? unlessGone(result) : result;
        };
      },
    });
  const entries = Object.entries(ports).map(([name, port]: [string, object]) => [
    name,
    untouched.has(name) ? port : wrap(port, name),
  ]);
  return Object.fromEntries(entries) as Ports;
}

const asynchronous: ReadonlySet<string> = new Set(['records', 'transport', 'secrets', 'timer']);

/** Without effects outside of the process. */
const untouched: ReadonlySet<string> = new Set(['memory', 'crypto', 'clock']);
const harmless: ReadonlySet<string> = new Set(['settings', 'trust', 'targets', 'sandbox', 'zone']);
