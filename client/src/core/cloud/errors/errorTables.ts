// Advice on error codes and HTTP statuses. The facts are data, in `schemas/errors`.
import gateway from '../../../../../schemas/errors/gateway.json';
import iam from '../../../../../schemas/errors/iam.json';
import statuses from '../../../../../schemas/errors/status.json';
import vpn from '../../../../../schemas/errors/vpn.json';
import type { Action } from '../../model/problem';
import type { Advice } from './advice';

/** Advice on a code such as `VPN.0001`, `APIGW.0301`, `IAM.0062` or `1103`; undefined: not documented. */
export function codeAdvice(code: string): Advice | undefined {
  return byCode.get(code.toUpperCase().replace(/^APIG\./, 'APIGW.'));
}

/** Whether the API gateway returned the code. */
export function isGatewayCode(code: string): boolean {
  return /^APIG/i.test(code);
}

/** Advice on any status that isn't a success, for responses whose code isn't documented. */
export function statusAdvice(status: number): Advice {
  return byStatus.get(String(status)) ?? byStatus.get(`${String(status)[0]}xx`) ?? rejected;
}

/** An entry of the files, as their schema describes it. */
interface ErrorEntry {
  readonly codes: readonly string[];
  readonly meaning: string;
  readonly remedy: string;
  readonly again: string;
  readonly lockedMinutes?: number;
  readonly action?: string;
  readonly lacking?: string;
}

const actions: Readonly<Record<string, Action>> = {
  'sign-in': { kind: 'sign-in' },
  'select-target': { kind: 'select-target' },
  'open-proxy-setting': { kind: 'open-setting', setting: 'http.proxy' },
};

const byCode = adviceByCode([...vpn.entries, ...gateway.entries, ...iam.entries]);
const byStatus = adviceByCode(statuses.entries);

/** For a status that no RFC defines. */
const rejected: Advice = {
  meaning: 'The service rejected the request.',
  remedy: 'Correct what the message names, then apply again.',
  again: 'no',
};

function adviceByCode(entries: readonly ErrorEntry[]): ReadonlyMap<string, Advice> {
  return new Map(
    entries.flatMap((entry) => {
      const advice = adviceOf(entry);
      return entry.codes.flatMap(expand).map((code) => [code, advice] as const);
    }),
  );
}

function adviceOf(entry: ErrorEntry): Advice {
  const { meaning, remedy, again, lockedMinutes, lacking } = entry;
  const action = actions[entry.action ?? ''];
  return {
    ...{ meaning, remedy, again: again === 'wait' ? 'wait' : 'no' },
    ...(lockedMinutes !== undefined && { lockedMs: lockedMinutes * 60_000 }),
    ...(action !== undefined && { actions: [action] }),
    ...(lacking === 'permission' && { lacking }),
  };
}

/** `IAM.1000-1060` means all codes from the first to the last. */
function expand(code: string): readonly string[] {
  const [, prefix, first, last] = /^(.*?)(\d{4})-(\d{4})$/.exec(code) ?? [];
  if (prefix === undefined) {
    return [code];
  }
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => `${prefix}${Number(first) + index}`);
}
