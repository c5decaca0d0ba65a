// The way between the machine and the cloud: phases that take time and can be cut, honestly reported.
import type {
  HttpFailureCode,
  HttpRequest,
  HttpResponse,
  HttpResult,
} from '../../client/src/core/model/httpExchange';
import type { SendLimits, Transport } from '../../client/src/core/ports/ports';
import type { Cloud, CloudAnswer } from './cloud';
import { falseAnswer } from './falseAnswer';
import type { CutPhase, FaultAction } from './script';
import type { History } from './history';
import type { Owner, Timeline } from './timeline';

/** Hears of requests on their way. All are called at the moment at which it happens. */
export interface Traffic {
  /** The core hands over a request. Returns what it is, for the other two. */
  sent(owner: Owner, request: HttpRequest): Exchange;
}

/** One request on its way. Each of these is called at most once. */
export interface Exchange {
  /** It has left the machine, and goes on without the process that sent it. */
  left(): void;
  /** It has reached the service, which is about to deal with it. */
  received(): void;
  /** The service takes over what it carries. */
  applied(): void;
  /** The service has dealt with it, or never will. */
  finished(): void;
  /** The core has the result. */
  ended(result: HttpResult): void;
}

/** What the network needs. */
export interface NetworkOptions {
  readonly timeline: Timeline;
  readonly history: History;
  readonly cloud: Cloud;
  /** The longest delay of each phase, in milliseconds. */
  readonly networkMs: number;
  /** Milliseconds since 1970 at virtual time 0. */
  readonly epoch: number;
  readonly traffic: Traffic;
  /** The hosts that the service and IAM have. Others can't be found. */
  readonly hosts: { readonly vpn: string; readonly iam: string };
}

/** A fault that the next requests of a kind meet. */
type RequestFault = Extract<FaultAction, { readonly kind: 'cut' | 'answer' | 'slow' }>;

/** The network of one history. */
export class Network {
  readonly #options: NetworkOptions;
  #faults: { readonly fault: RequestFault; left: number }[] = [];
  #down = { until: 0, isSilent: false };

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  /** The next requests of this kind fail. */
  fail(fault: RequestFault): void {
    this.#faults.push({ fault, left: fault.times });
  }

  /** Nothing gets through for a while. `isSilent`: without an error, so only time-outs end a request. */
  goDown(until: number, isSilent: boolean): void {
    this.#down = { until, isSilent };
  }

  /** No more faults. */
  heal(): void {
    this.#faults = [];
    this.#down = { until: 0, isSilent: false };
  }

  /** The transport as one window sees it. `called` is told of each request before it is made. */
  transportFor(owner: Owner, called: () => void): Transport {
    return {
      send: (request, limits) => {
        called();
        return new Sending(this.#options, owner, request, limits, this).result;
      },
    };
  }

  /** The fault that a request meets, if any. */
  take(method: string): RequestFault | undefined {
    const found = this.#faults.find(({ fault, left }) => left > 0 && fault.method === method);
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }

  /** Whether nothing gets through now. */
  get down(): 'no' | 'refusing' | 'silent' {
    if (this.#options.timeline.now >= this.#down.until) return 'no';
    return this.#down.isSilent ? 'silent' : 'refusing';
  }
}

/** One request, phase by phase. */
class Sending {
  readonly result: Promise<HttpResult>;
  readonly #options: NetworkOptions;
  readonly #owner: Owner;
  readonly #request: HttpRequest;
  readonly #network: Network;
  readonly #exchange: Exchange;
  readonly #fault: RequestFault | undefined;
  readonly #startedAt: number;
  #resolve: (result: HttpResult) => void = () => undefined;
  #isSettled = false;
  /** Whether anything of the request can have left the machine. */
  #isUnderWay = false;

  constructor(
    options: NetworkOptions,
    owner: Owner,
    request: HttpRequest,
    limits: SendLimits,
    network: Network,
  ) {
    this.#options = options;
    this.#owner = owner;
    this.#request = request;
    this.#network = network;
    this.#startedAt = options.timeline.now;
    this.#fault = network.take(request.method);
    options.history.note(
      owner.label,
      () => `-> ${request.method} ${request.url}${bodyOf(request)}`,
    );
    this.#exchange = options.traffic.sent(owner, request);
    this.result = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    options.timeline.plan(limits.timeoutMs, () => this.#fail('timed-out'), owner);
    limits.cancel.onCancel(() => {
      options.timeline.plan(1, () => this.#fail('cancelled'), owner);
    });
    // A connection that isn't established needs its process; later phases go on without it.
    options.timeline.plan(this.#delay('connect'), () => this.#connected(), owner);
  }

  #connected(): void {
    if (this.#isSettled) return;
    const { random } = this.#options.timeline;
    const isKnown = Object.values(this.#options.hosts).includes(new URL(this.#request.url).origin);
    if (!isKnown) {
      this.#fail('host-not-found');
      return;
    }
    if (this.#network.down === 'silent') return;
    if (this.#network.down === 'refusing' || this.#isCut('connect')) {
      this.#fail(random.pick(whileConnecting));
      return;
    }
    this.#isUnderWay = true;
    this.#exchange.left();
    this.#options.timeline.plan(this.#delay('upload'), () => this.#uploaded());
  }

  #uploaded(): void {
    const { random } = this.#options.timeline;
    const isLost = this.#isCut('upload') || this.#network.down !== 'no';
    // A process that ends while it sends leaves a half request behind, or a whole one.
    if (isLost || (this.#owner.isGone && random.chance(0.3))) {
      this.#exchange.finished();
      this.#later(() => this.#fail(random.pick(whileExchanging)));
      return;
    }
    const { label } = this.#owner;
    this.#options.history.note('network', () => `received ${this.#request.method} of ${label}`);
    this.#exchange.received();
    this.#options.timeline.plan(this.#delay('process'), () => this.#process());
  }

  #process(): void {
    const { random } = this.#options.timeline;
    if (this.#isCut('before-applying')) {
      this.#exchange.finished();
      this.#later(() => this.#fail(random.pick(whileExchanging)));
      return;
    }
    const answer = this.#answer();
    this.#exchange.finished();
    this.#options.history.note('cloud', () => `${answer.status} ${answer.body.slice(0, 160)}`);
    if (this.#isCut('after-applying')) {
      this.#later(() => this.#fail(random.pick(whileExchanging)));
      return;
    }
    this.#options.timeline.plan(
      this.#delay('download'),
      () => this.#downloaded(answer),
      this.#owner,
    );
  }

  #answer(): CloudAnswer {
    const { cloud, hosts } = this.#options;
    const request = this.#request;
    if (this.#fault?.kind === 'answer') {
      if (this.#fault.isApplied && request.method === 'PUT') this.#exchange.applied();
      return falseAnswer(this.#fault.answer, request);
    }
    const isIam = request.url.startsWith(hosts.iam);
    const answer = isIam ? cloud.answerIam(request) : cloud.answerVpn(request);
    if (request.method === 'PUT' && answer.status === 200) this.#exchange.applied();
    return answer;
  }

  #downloaded(answer: CloudAnswer): void {
    const { random } = this.#options.timeline;
    if (this.#network.down === 'silent') return;
    if (this.#network.down === 'refusing' || this.#isCut('download')) {
      const started = random.chance(0.5) ? { status: answer.status } : {};
      this.#fail(random.pick(whileExchanging), started);
      return;
    }
    this.#settle(this.#response(answer));
  }

  #response({ status, body, headers = {} }: CloudAnswer): HttpResponse {
    const { timeline, epoch } = this.#options;
    return {
      kind: 'response',
      status,
      statusText: '',
      headers: {
        date: new Date(epoch + timeline.now).toUTCString(),
        'x-request-id': 'r',
        ...headers,
      },
      body,
      truncated: false,
      notUtf8: false,
      elapsedMs: timeline.now - this.#startedAt,
    };
  }

  #fail(code: HttpFailureCode, more: { readonly status?: number } = {}): void {
    const delivered = this.#isUnderWay ? 'perhaps' : 'no';
    const elapsedMs = this.#options.timeline.now - this.#startedAt;
    this.#settle({ kind: 'failure', code, delivered, detail: code, elapsedMs, ...more });
  }

  #settle(result: HttpResult): void {
    if (this.#isSettled || this.#owner.isGone) return;
    this.#isSettled = true;
    this.#options.history.note(this.#owner.label, () => `<- ${outcomeOf(result)}`);
    this.#exchange.ended(result);
    this.#resolve(result);
  }

  /** An error reaches the process after a moment. */
  #later(fail: () => void): void {
    this.#options.timeline.plan(this.#delay('download'), fail, this.#owner);
  }

  #isCut(phase: CutPhase): boolean {
    return this.#fault?.kind === 'cut' && this.#fault.phase === phase;
  }

  #delay(phase: 'connect' | 'upload' | 'process' | 'download'): number {
    const { timeline, networkMs } = this.#options;
    const isSlow = phase === 'process' && this.#fault?.kind === 'slow';
    const slow = isSlow ? this.#fault.ms : 0;
    return timeline.random.int(1, networkMs) + slow;
  }
}

const whileConnecting: readonly HttpFailureCode[] = [
  'host-not-found',
  'connection-refused',
  'host-unreachable',
  'tls-failed',
  'proxy-failed',
];

/** With a request under way, the same error codes mean less. */
const whileExchanging: readonly HttpFailureCode[] = [
  'connection-lost',
  'connection-lost',
  'host-unreachable',
  'tls-failed',
  'unknown',
];

function bodyOf({ method, body = '' }: HttpRequest): string {
  return method === 'PUT' ? ` ${body}` : '';
}

function outcomeOf(result: HttpResult): string {
  return result.kind === 'response'
    ? String(result.status)
    : `${result.code}, delivered ${result.delivered}`;
}
