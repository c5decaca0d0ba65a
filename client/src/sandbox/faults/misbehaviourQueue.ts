// Instructions that wait for the requests they concern.
import type { ApiRequest } from '../http/apiRequest';
import type { Misbehaviour } from './misbehaviour';

interface Waiting {
  readonly misbehaviour: Misbehaviour;
  /** How often it still applies. */
  readonly left: number;
}

/** First in, first used; each request uses up at most one instruction. */
export class MisbehaviourQueue {
  #waiting: readonly Waiting[] = [];

  add(misbehaviour: Misbehaviour): void {
    const { times = 1 } = misbehaviour;
    const left = times === 'always' ? Number.POSITIVE_INFINITY : times;
    this.#waiting = [...this.#waiting, { misbehaviour, left }];
  }

  /** The instruction for this request, which thereby counts as used. */
  take(request: Pick<ApiRequest, 'method' | 'path'>): Misbehaviour | undefined {
    const chosen = this.#waiting.find(({ misbehaviour }) => concerns(misbehaviour, request));
    if (chosen === undefined) return undefined;
    const used = { ...chosen, left: chosen.left - 1 };
    this.#waiting = this.#waiting
      .map((each) => (each === chosen ? used : each))
      .filter((each) => each.left > 0);
    return chosen.misbehaviour;
  }

  /** Instructions that have not been used up. */
  get waiting(): readonly Misbehaviour[] {
    return this.#waiting.map((each) => each.misbehaviour);
  }

  clear(): void {
    this.#waiting = [];
  }
}

function concerns(
  { match = {} }: Misbehaviour,
  request: Pick<ApiRequest, 'method' | 'path'>,
): boolean {
  return (
    (match.method ?? request.method) === request.method && request.path.includes(match.path ?? '')
  );
}
