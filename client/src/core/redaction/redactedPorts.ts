// Ports through which text leaves the core, each behind the redactor. Use cases get these and never
// the bare ones, so no path can forget it.
import type { LiveResource } from '../../../../server/src/protocol/liveResources';
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type {
  Notifications,
  RequestParams,
  Requests,
} from '../../../../server/src/protocol/methods';
import type { LiveAnswers } from '../../../../server/src/protocol/plan';
import type { LanguageServer } from '../ports/languageServer';
import type { Background } from '../ports/lastingPorts';
import type { RecordStore } from '../ports/records';
import type {
  Clipboard,
  Confirmation,
  Log,
  PlanSection,
  Ports,
  Presenter,
  ProgressRunner,
} from '../ports/ports';
import type { Choice, Prompts } from '../ports/prompts';
import type { AnswerMarks } from '../ports/answerMarks';
import { fitRecord } from './fitRecord';
import { formatJson } from './formatJson';
import { redactJsonObject } from './redactJson';
import { mask, type Redactor } from './redactor';

/** The same ports with redaction in front of everything that people or files can see. */
export function redactedPorts(ports: Ports, redactor: Redactor): Ports {
  return {
    ...ports,
    log: redactedLog(ports.log, redactor),
    server: redactedServer(ports.server, redactor),
    presenter: redactedPresenter(ports.presenter, redactor),
    answerMarks: redactedMarks(ports.answerMarks, redactor),
    confirmation: redactedConfirmation(ports.confirmation, redactor),
    prompts: redactedPrompts(ports.prompts, redactor),
    progress: redactedProgress(ports.progress, redactor),
    background: redactedBackground(ports.background, redactor),
    clipboard: redactedClipboard(ports.clipboard, redactor),
    records: redactedRecords(ports.records, redactor),
  };
}

/** What the cloud says goes to another process, which must not learn a secret from it. */
function redactedServer(server: LanguageServer, redactor: Redactor): LanguageServer {
  const cleanLive = <P extends { readonly live?: LiveAnswers }>(params: P): P => ({
    ...params,
    ...(params.live !== undefined && { live: redactJsonObject(params.live, redactor) }),
  });
  const requests: Cleaners<RequestsWith<'live'>> = {
    'vpnconn/planUpdate': ({ earlier, ...params }) => ({
      ...cleanLive(params),
      ...(earlier !== undefined && { earlier: redactJsonObject(earlier, redactor) }),
    }),
    'vpnconn/pullValues': cleanLive,
    'vpnconn/writeUpdate': cleanLive,
  };
  const notifications: Cleaners<Notifications> = {
    'vpnconn/liveConnection': cleanLive,
    'vpnconn/liveResources': ({ resources }) => ({
      resources: resources.map((each) => cleanResource(each, redactor)),
    }),
  };
  return {
    request: (method, params) => server.request(method, cleaned(requests, method, params)),
    notify: (method, params) => server.notify(method, cleaned(notifications, method, params)),
  };
}

/** The parameters of the requests that carry such a member: the compiler asks for a cleaner of each. */
type RequestsWith<Member extends string> = {
  readonly [
    M in keyof Requests as Member extends keyof RequestParams<M> ? M : never
  ]: RequestParams<M>;
};

type Cleaners<Methods> = {
  readonly [M in keyof Methods]: (params: Methods[M]) => Methods[M];
};

/** A method that has no cleaner carries nothing of the cloud. */
function cleaned<P>(cleaners: object, method: string, params: P): P {
  const clean = (cleaners as Readonly<Record<string, ((params: P) => P) | undefined>>)[method];
  return clean === undefined ? params : clean(params);
}

/** A name is any text that somebody gave, a pre-shared key by mistake included. */
function cleanResource(resource: LiveResource, { redact }: Redactor): LiveResource {
  const { name, status, addresses } = resource;
  return {
    ...resource,
    name: redact(name),
    status: redact(status),
    addresses: addresses.map(redact),
  };
}

/** Also for the parts of the extension that log by themselves. */
export function redactedLog(log: Log, { redactData }: Redactor): Log {
  return {
    debug: (text) => log.debug(redactData(text)),
    info: (text) => log.info(redactData(text)),
    warn: (text) => log.warn(redactData(text)),
    error: (text) => log.error(redactData(text)),
  };
}

function redactedPresenter(presenter: Presenter, redactor: Redactor): Presenter {
  const { redact, redactData } = redactor;
  return {
    showDocument: (document) =>
      presenter.showDocument({
        ...document,
        name: redact(document.name),
        text: redactData(document.text),
      }),
    showPlan: ({ title, sections }) =>
      presenter.showPlan({
        title: redact(title),
        sections: sections.map((section) => cleanSection(section, redactor)),
      }),
    updatePlan: (update) =>
      presenter.updatePlan(
        update.kind === 'compared'
          ? { kind: 'compared', section: cleanSection(update.section, redactor) }
          : { ...update, notice: redact(update.notice) },
      ),
    showMessage: (message) => presenter.showMessage({ ...message, text: redact(message.text) }),
    reveal: (uri, range) => presenter.reveal(uri, range),
  };
}

/** Every text of the plan, whatever it is about; the place in the file isn't shown. */
function cleanSection(section: PlanSection, redactor: Redactor): PlanSection {
  const { source } = section;
  const clean = redactJsonObject(section as unknown as JsonObject, redactor);
  const { diff, ...texts } = clean as unknown as PlanSection;
  return { ...texts, source, diff: { ...diff, source } };
}

function redactedMarks(marks: AnswerMarks, { redact }: Redactor): AnswerMarks {
  return {
    show: (place, all) =>
      marks.show(
        place,
        all.map((mark) => ({ ...mark, message: redact(mark.message) })),
      ),
  };
}

function redactedConfirmation(confirmation: Confirmation, { redact }: Redactor): Confirmation {
  return {
    ask: (question) =>
      confirmation.ask({
        ...question,
        title: redact(question.title),
        detail: redact(question.detail),
      }),
  };
}

/** Names come from files and from the cloud, where a secret may have got into one by mistake. */
function redactedPrompts(prompts: Prompts, { redact }: Redactor): Prompts {
  const clean = <T>({ label, description, detail, value }: Choice<T>): Choice<T> => ({
    label: redact(label),
    description: redact(description),
    ...(detail !== undefined && { detail: redact(detail) }),
    value,
  });
  return {
    pick: (title, choices) => prompts.pick(redact(title), choices.map(clean)),
    pickSeveral: (title, choices) => prompts.pickSeveral(redact(title), choices.map(clean)),
    ask: (question) =>
      prompts.ask({
        ...question,
        title: redact(question.title),
        prompt: redact(question.prompt),
        ...(question.initial !== undefined && { initial: redact(question.initial) }),
        check: (text) => {
          const wrong = question.check(text);
          return wrong === undefined ? undefined : redact(wrong);
        },
      }),
  };
}

function redactedProgress(progress: ProgressRunner, { redact }: Redactor): ProgressRunner {
  return { run: (title, task) => progress.run(redact(title), task) };
}

function redactedBackground(background: Background, { redact }: Redactor): Background {
  return {
    start: (work) =>
      background.start({
        ...work,
        title: redact(work.title),
        ...(work.decisions !== undefined && {
          decisions: work.decisions.map((each) => ({ ...each, label: redact(each.label) })),
        }),
        run: (watch) => work.run({ ...watch, report: (text) => watch.report(redact(text)) }),
      }),
  };
}

/** What is copied is meant to be used, so only known secrets go; placeholders stay. */
function redactedClipboard(clipboard: Clipboard, { redact }: Redactor): Clipboard {
  return { write: (text) => clipboard.write(redact(text)) };
}

/** Records stay the JSON that they are; what is none is masked like any other data. */
function redactedRecords(records: RecordStore, redactor: Redactor): RecordStore {
  const clean = (text: string): string =>
    fitRecord(formatJson(text, { ...redactor, mask }) ?? redactor.redactData(text));
  return {
    list: (folder) => records.list(folder),
    rename: (folder, from, to) => records.rename(folder, from, to),
    read: (folder, name) => records.read(folder, name),
    delete: (folder, name) => records.delete(folder, name),
    create: (folder, name, text) => records.create(folder, name, clean(text)),
    write: (folder, name, text) => records.write(folder, name, clean(text)),
  };
}
