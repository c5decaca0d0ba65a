// One editor window of a machine, from its start to its end.
import type { DocumentPlace } from '../../../client/src/core/model/documentPlace';
import type { BackgroundWork } from '../../../client/src/core/ports/lastingPorts';
import type { Ports } from '../../../client/src/core/ports/ports';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { cancelSource, type CancelSource } from './cancelSource';
import { createRedactor } from '../../../client/src/core/redaction/redactor';
import { createUseCases, type UseCases } from '../../../client/src/core/commands/useCases';
import { fakeClient, place, type FakeClient } from './fakeClient';
import { fakePrompts } from './fakePrompts';
import type { Machine } from './machine';
import { mortalPorts, type CallListener } from './mortalPorts';
import { slowTransport } from './slowTransport';
import { serviceServer } from './serviceServer';
import { seconds, type Mortal } from './virtualTime';

export interface WindowOptions {
  readonly isTrusted?: boolean;
  readonly connection?: string;
  /** Answers to the questions of *Apply with Automatic Rollback…*; by default 5 minutes. */
  readonly replies?: readonly (string | undefined)[];
  readonly ports?: Partial<Ports>;
  /** Its running time now: that of a process begins anywhere. */
  readonly startsAt?: number;
  /** Hears of every call of a port that can take time, before it is made. */
  readonly called?: CallListener;
}

export interface MachineWindow extends Mortal {
  readonly useCases: UseCases;
  readonly presenter: FakeClient['presenter'];
  readonly log: FakeClient['log'];
  readonly redactor: FakeClient['redactor'];
  isTrusted: boolean;
  /** What its background work reported, in order. */
  readonly reports: readonly string[];
  /** Log lines about exceptions in a countdown. */
  defects(): readonly string[];
  /** Texts of its messages. */
  texts(): readonly string[];
  /** The editor has started: it resumes, and takes part every three seconds from then on. */
  start(): Promise<void>;
  /** *Apply with Automatic Rollback…* */
  apply(): ReturnType<UseCases['applyWithRollback']>;
  /** Ends at once, in the middle of whatever it does. */
  crash(): void;
  /** Ends its background work as the editor does, and then itself. */
  close(): Promise<void>;
  /** Titles of the background work that goes on. */
  working(): readonly string[];
  readonly place: DocumentPlace;
}

interface Running {
  readonly work: BackgroundWork;
  readonly source: CancelSource;
  readonly done: Promise<void>;
}

/** Opens one. */
export function openWindow(
  machine: Machine,
  fields: string,
  options: WindowOptions,
): MachineWindow {
  const { isTrusted = true, connection = connectionIds.policy, replies = ['5'] } = options;
  const { ports = {}, called = () => undefined, startsAt = 0 } = options;
  const { time } = machine;
  const reports: string[] = [];
  const running = new Set<Running>();
  const process = { isGone: false };
  const base = startsAt - time.running();

  const start = (work: BackgroundWork): void => {
    const source = cancelSource();
    const watch = { report: (text: string) => void reports.push(text), stop: source.signal };
    const done = work.run(watch).then(
      () => void running.delete(entry),
      (error: unknown) => {
        machine.failed(error);
        running.delete(entry);
      },
    );
    const entry: Running = { work, source, done };
    running.add(entry);
  };
  const { ports: defaults, ...client } = fakeClient();
  const all: Ports = {
    ...defaults,
    ...serviceServer(
      `project_id: ${machine.sandbox.projectId}\nvpn_connection_id: ${connection}\nvpn_connection:\n${fields}`,
    ),
    prompts: fakePrompts(...replies),
    clock: { now: () => time.wallClock(), elapsed: () => base + time.running() },
    timer: { wait: (milliseconds, cancel) => time.wait(milliseconds, cancel, process) },
    settings: { read: () => machine.settings },
    targets: { current: () => machine.target, select: () => Promise.resolve() },
    trust: { isTrusted: () => window.isTrusted },
    transport: slowTransport(time, (request) => machine.delayMs(request)),
    records: machine.records,
    secrets: machine.secrets,
    background: { start },
    ...ports,
  };
  const redactor = createRedactor();
  const useCases = createUseCases(mortalPorts(all, process, called), redactor);
  const { presenter, log } = client;
  const takePart = async (): Promise<void> => {
    while (!process.isGone) {
      await time.wait(seconds(3), cancelSource().signal, process);
      await useCases.takePart();
    }
  };
  const window: MachineWindow = {
    ...{ useCases, presenter, log, redactor, isTrusted, reports, place },
    get isGone() {
      return process.isGone;
    },
    defects: () => log.lines.filter((line) => line.includes('A step of the countdown failed')),
    texts: () => presenter.messages.map(({ text }) => text),
    start: async () => {
      await time.during(useCases.resume());
      void takePart();
    },
    apply: () => time.during(useCases.applyWithRollback(place)),
    crash: () => {
      process.isGone = true;
    },
    close: async () => {
      for (const { source } of running) source.cancel();
      await time.during(Promise.all([...running].map(({ done }) => done)));
      process.isGone = true;
    },
    working: () => [...running].map(({ work }) => `${work.kind} ${work.title}`),
  };
  return window;
}
