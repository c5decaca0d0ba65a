// The ports of one window, each over virtual time and behind the faults of the history.
import { createInFlight } from '../../client/src/core/apply/inFlight';
import { createWindowMemory } from '../../client/src/core/credentials/windowMemory';
import type { Action } from '../../client/src/core/model/problem';
import type { CancelSignal } from '../../client/src/core/ports/cancelSignal';
import type {
  ConfirmationQuestion,
  Log,
  Ports,
  PresentedMessage,
  Presenter,
} from '../../client/src/core/ports/ports';
import type { Choice, Prompts, TextQuestion } from '../../client/src/core/ports/prompts';
import { nodeCrypto } from '../../client/src/transports/nodeCrypto';
import { fakeRoute } from '../support/client/fakeRoute';
import { rollbackOf } from './coreWindow';
import type { EditorWindow } from './editorWindow';
import { languageServer } from './languageService';
import type { Site } from './script';
import { pskName } from './values';
import type { World } from './world';

/** All ports of a window. */
export function windowPorts(world: World, window: EditorWindow): Ports {
  const { timeline, machine, disk, network } = world;
  const called = window.called;
  return {
    transport: network.transportFor(window, called),
    server: languageServer(world.fileAt, (answer) => {
      called();
      return timeline.call(window, 5, () =>
        timeline.now < machine.serverSilentUntil
          ? ({ kind: 'unavailable', detail: 'silent' } as never)
          : answer(),
      );
    }),
    documents: {
      currentVersion: () => 1,
      textIn: () => undefined,
      replace: () => Promise.resolve(false),
      edit: () => Promise.resolve(false),
      openNew: () => Promise.resolve(),
    },
    secrets: machine.secretStoreFor(window, called),
    environment: { get: () => undefined },
    files: { read: () => timeline.call(window, 2, () => ({ kind: 'absent' })) },
    memory: createWindowMemory(),
    clock: { now: () => machine.wallClock, elapsed: () => window.elapsed },
    zone: { offsetMinutes: () => 60 },
    timer: { wait: (milliseconds, cancel) => wait(world, window, milliseconds, cancel) },
    background: {
      start: (work) => {
        world.reveal(window, 'background', work.title);
        window.start(work);
      },
    },
    records: disk.storeFor(window, called),
    crypto: nodeCrypto,
    confirmation: { ask: (question) => confirm(world, window, question) },
    progress: {
      run: (title, task) => {
        world.reveal(window, 'progress', title);
        return window.withProgress(task);
      },
    },
    presenter: presenter(world, window),
    answerMarks: {
      show: (_place, marks) =>
        marks.forEach(({ message }) => world.reveal(window, 'mark', message)),
    },
    clipboard: { write: () => Promise.resolve() },
    prompts: prompts(world, window),
    trust: { isTrusted: () => window.isTrusted },
    settings: { read: () => machine.settings },
    targets: { current: () => machine.target, select: () => Promise.resolve() },
    sandbox: { running: () => undefined },
    inFlight: createInFlight(),
    route: fakeRoute(),
    log: log(world, window),
  };
}

function wait(
  { timeline }: World,
  window: EditorWindow,
  milliseconds: number,
  cancel: CancelSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const late = timeline.random.int(0, 15);
    const unsubscribe = cancel.onCancel(() => timeline.plan(0, resolve, window));
    const end = (): void => {
      unsubscribe();
      resolve();
    };
    timeline.plan(milliseconds + late, end, window);
  });
}

/** The user reads a question for a moment, and confirms. */
function confirm(
  world: World,
  window: EditorWindow,
  { title, detail }: ConfirmationQuestion,
): Promise<'confirmed'> {
  world.reveal(window, 'question', `${title}\n${detail}`);
  world.history.note(window.label, () => `question: ${title}`);
  return later(world, window, 'confirmed');
}

/** The user answers with what fits. */
function prompts(world: World, window: EditorWindow): Prompts {
  const answerTo = (question: TextQuestion): string | undefined =>
    ['1', 'prod', `site-${window.attention}`].find((text) => question.check(text) === undefined);
  return {
    ask: (question) => {
      world.reveal(window, 'question', `${question.title} ${question.prompt}`);
      return later(world, window, answerTo(question));
    },
    pick: (title, choices) => {
      world.reveal(window, 'question', title);
      return later(world, window, choose(world, window, choices)?.value);
    },
    pickSeveral: (title) => {
      world.reveal(window, 'question', title);
      return later(world, window, undefined);
    },
  };
}

/** The secret that the connection has now, or the line about the connection itself. */
function choose<T>(
  { cloud }: World,
  { attention }: EditorWindow,
  choices: readonly Choice<T>[],
): Choice<T> | undefined {
  const secret = pskName(cloud.connections[attention].codes.get('psk') ?? 0);
  return choices.find(
    ({ label, description }) =>
      label === secret || `${label} ${description}`.includes(`site-${attention}-`),
  );
}

function later<T>({ timeline }: World, window: EditorWindow, answer: T): Promise<T> {
  window.called();
  return new Promise((resolve) => {
    timeline.plan(timeline.random.int(100, 1500), () => resolve(answer), window);
  });
}

/** Shows everything at once, unless the history says that showing fails. */
function presenter(world: World, window: EditorWindow): Presenter {
  const { timeline, machine, history } = world;
  const show = (sink: string, text: string): Promise<void> => {
    world.reveal(window, sink, text);
    window.called();
    const { until, fault } = machine.presenter;
    if (timeline.now >= until) return timeline.call(window, 20, () => undefined);
    return fault === 'hangs'
      ? new Promise(() => undefined)
      : timeline.call(window, 20, () => {
          throw new Error('the editor closed the document');
        });
  };
  return {
    showDocument: ({ name, text }) => show('document', `${name} ${text}`),
    showPlan: (plan) => show('plan', JSON.stringify(plan)),
    updatePlan: (update) => world.reveal(window, 'plan', JSON.stringify(update)),
    showMessage: (message) => {
      world.reveal(window, 'message', message.text);
      history.note(window.label, () => `${message.severity}: ${message.text}`);
      remember(window, message);
    },
    reveal: () => Promise.resolve(),
  };
}

/** The user sees which pending rollback a message is about. */
function remember({ known }: EditorWindow, { text, actions }: PresentedMessage): void {
  const site: Site | undefined = text.includes('site-a-')
    ? 'a'
    : text.includes('site-b-')
      ? 'b'
      : undefined;
  const id = actions.map((action: Action) => rollbackOf(action)).find((each) => each !== undefined);
  if (site !== undefined && id !== undefined) known.set(site, id);
}

function log(world: World, window: EditorWindow): Log {
  const write = (text: string): void => world.reveal(window, 'log', text);
  const noted = (text: string): void => {
    write(text);
    world.history.note(window.label, () => `log: ${text}`);
  };
  return { debug: write, info: write, warn: noted, error: noted };
}
