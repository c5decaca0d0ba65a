// A language server out of answers, one for each method.
import type { LanguageServer } from '../../../client/src/core/ports/languageServer';
import type { Unavailable } from '../../../client/src/core/ports/unavailable';
import type {
  Notifications,
  RequestParams,
  RequestResult,
  Requests,
} from '../../../server/src/protocol/methods';

/** What is answered to each request. */
export type Answers = {
  readonly [M in keyof Requests]: (params: RequestParams<M>) => Answer<RequestResult<M>>;
};

type Answer<Result> = Result | Unavailable | Promise<Result | Unavailable>;

/** A server that answers so, and forgets what it is notified of. */
export function fakeServer(answers: Answers): LanguageServer {
  return {
    request: async (method, params) => answers[method](params),
    notify: () => undefined,
  };
}

/** The same server with other answers to some requests. */
export function answering(server: LanguageServer, answers: Partial<Answers>): LanguageServer {
  const answerTo = <M extends keyof Requests>(method: M, params: RequestParams<M>) => {
    const answer: Partial<Answers>[M] = answers[method];
    return answer === undefined ? server.request(method, params) : answer(params);
  };
  return { ...server, request: async (method, params) => answerTo(method, params) };
}

/** The same server; `heard` is called with the notifications of one method. */
export function hearing<M extends keyof Notifications>(
  server: LanguageServer,
  method: M,
  heard: (params: Notifications[M]) => void,
): LanguageServer {
  return {
    ...server,
    notify: (notified, params) => {
      if (notified === (method as string)) heard(params as Notifications[M]);
    },
  };
}
