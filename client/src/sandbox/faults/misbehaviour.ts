// The ways in which the sandbox can be told to misbehave, as one table: it gives the type for calls
// from code and the check for calls over HTTP.
import type { Reader, Reading, Value } from '../checks/fields';
import { integer, isObject, oneOf, record, text } from '../checks/fields';
import type { Refusal } from '../http/reply';
import { invalidRequest } from '../http/reply';

const anyText = text(() => undefined);
const milliseconds = integer(0, 600_000);
const sizeInBytes = integer(64, 4 * 1024 ** 3);

const options = {
  /** Answers late. `before-applying`: nothing is changed when the client leaves meanwhile. */
  delay: { ms: milliseconds, when: oneOf('before-applying', 'after-applying') },
  /** Sends the headers at once and the body in ten pieces, spread over the time. */
  'slow-body': { ms: milliseconds },
  /** An error of any status. `applied`: the request is carried out all the same. */
  status: {
    status: integer(400, 599),
    shape: oneOf('gateway', 'vpn', 'iam', 'html'),
    code: anyText,
    message: anyText,
    change: oneOf('applied', 'not-applied'),
  },
  /** 429 with a Retry-After header: seconds, or a date. */
  throttle: { retryAfter: anyText },
  /** A page where JSON belongs, as from a proxy or a login portal. */
  html: { status: integer(200, 599) },
  'empty-body': {},
  'no-content': {},
  'truncated-json': {},
  'invalid-utf8': {},
  'cut-before-applying': {},
  'cut-after-applying': {},
  'cut-in-headers': {},
  'cut-in-body': {},
  /** To another host; `location` is an absolute address, by default on a host that cannot exist. */
  redirect: { status: oneOfNumbers(301, 302, 303, 307, 308), location: anyText },
  /** A long answer that is valid JSON. */
  'huge-body': { bytes: sizeInBytes },
  /** A short answer that becomes long when unpacked. */
  'gzip-bomb': { bytes: sizeInBytes },
  /** The server's clock is off by so much, positive: it is ahead. */
  'clock-skew': { ms: integer(-(10 ** 10), 10 ** 10) },
} as const;

type Options = typeof options;

/** Every kind of misbehaviour. */
export type MisbehaviourKind = keyof Options;

/** Which requests are concerned; absent parts match everything. */
const match = {
  method: oneOf('GET', 'PUT', 'POST'),
  /** Part of the path. */
  path: anyText,
};

const common = { match: record(match, refuseOption), times: times() };

/** One instruction: what to do, to which requests, and how often (once unless it says otherwise). */
export type Misbehaviour = {
  readonly [K in MisbehaviourKind]: { readonly kind: K } & Fields<Options[K]> &
    Fields<typeof common>;
}[MisbehaviourKind];

type Fields<R> = { readonly [K in keyof R]?: Value<R[K]> };

/** All kinds, for documentation and error messages. */
export const misbehaviourKinds = Object.keys(options).filter(isKind);

/** Reads an instruction that came as JSON. */
export function readMisbehaviour(value: unknown): Reading<Misbehaviour> {
  const kind = isObject(value) ? value['kind'] : undefined;
  if (typeof kind !== 'string' || !isKind(kind)) {
    const refusal = invalidRequest(`kind must be one of ${misbehaviourKinds.join(', ')}`);
    return { kind: 'refused', refusal };
  }
  const reader = record({ kind: oneOf(kind), ...options[kind], ...common }, refuseOption);
  const reading = reader(value, 'the instruction');
  if (reading.kind === 'refused') return reading;
  // The reader was put together from the row of this kind, which is what the union says.
  return { kind: 'read', value: reading.value as Misbehaviour };
}

function isKind(text: string): text is MisbehaviourKind {
  return Object.hasOwn(options, text);
}

function refuseOption(key: string): Refusal {
  return invalidRequest(`unknown option ${key}`);
}

function times(): Reader<number | 'always'> {
  const count = integer(1, 1_000_000);
  return (value, at) => (value === 'always' ? { kind: 'read', value } : count(value, at));
}

function oneOfNumbers<const T extends number>(...numbers: readonly T[]): Reader<T> {
  return (value, at) => {
    const found = numbers.find((each) => each === value);
    if (found !== undefined) return { kind: 'read', value: found };
    return {
      kind: 'refused',
      refusal: invalidRequest(`${at} must be one of ${numbers.join(', ')}`),
    };
  };
}
