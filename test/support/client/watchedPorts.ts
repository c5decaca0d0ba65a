// Every port through which text leaves the core, with a note of what went through.
import { fakePresenter } from './fakePresenter';
import { fakeProgress } from './fakeProgress';
import type { FakeClient } from './fakeClient';
import type { Ports } from '../../../client/src/core/ports/ports';

/** What went where: `log`, `message`, `records` and so on. */
export interface Seen {
  readonly sink: string;
  readonly text: string;
}

/** Calls a function of a port, and writes down what it was called with. */
function watched<T extends object>(sink: string, port: T, seen: Seen[]): T {
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...values: readonly unknown[]): unknown => {
        const text = values.map(textOf).join(' ');
        seen.push({ sink: `${sink}.${String(name)}`, text });
        return Reflect.apply(member, target, values);
      };
    },
  });
}

/** Texts as they are, because JSON would spell them differently. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join(' ');
}

/** The output ports of `given`, watched. Secret storage, transport and memory are for secrets. */
export function watchedPorts(given: FakeClient['ports'], seen: Seen[]): Partial<Ports> {
  return {
    log: watched('log', given.log, seen),
    presenter: watched('presenter', fakePresenter(), seen),
    answerMarks: watched('marks', given.answerMarks, seen),
    confirmation: watched('confirmation', given.confirmation, seen),
    progress: watched('progress', fakeProgress(), seen),
    clipboard: watched('clipboard', given.clipboard, seen),
    prompts: watched('prompts', given.prompts, seen),
    records: watched('records', given.records, seen),
    background: watched('background', given.background, seen),
    documents: watched('documents', given.documents, seen),
    server: watched('server', given.server, seen),
    targets: watched('targets', given.targets, seen),
  };
}
