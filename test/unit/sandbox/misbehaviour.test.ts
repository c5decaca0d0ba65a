import { describe, expect, it } from 'vitest';
import {
  misbehaviourKinds,
  readMisbehaviour,
} from '../../../client/src/sandbox/faults/misbehaviour';
import { MisbehaviourQueue } from '../../../client/src/sandbox/faults/misbehaviourQueue';

describe('readMisbehaviour', () => {
  it.each(misbehaviourKinds)('reads %s with nothing but a kind', (kind) => {
    expect(readMisbehaviour({ kind })).toEqual({ kind: 'read', value: { kind } });
  });

  it.each([
    { kind: 'delay', ms: 0 },
    { kind: 'delay', ms: 600_000, when: 'before-applying' },
    { kind: 'status', status: 400 },
    { kind: 'status', status: 599, shape: 'iam', code: 'X', message: 'y', change: 'applied' },
    { kind: 'throttle', retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' },
    { kind: 'redirect', status: 307, location: 'http://127.0.0.1:1/' },
    { kind: 'clock-skew', ms: -1_200_000 },
    { kind: 'html', times: 'always', match: { method: 'PUT', path: '/vpn-connection/' } },
    { kind: 'html', times: 1_000_000, match: {} },
  ])('takes %j as it is', (value) => {
    expect(readMisbehaviour(value)).toEqual({ kind: 'read', value });
  });

  it.each([
    {},
    'delay',
    null,
    { kind: 'toString' },
    { kind: 'delay', ms: 600_001 },
    { kind: 'delay', ms: -1 },
    { kind: 'delay', status: 500 },
    { kind: 'status', status: 399 },
    { kind: 'status', status: 600 },
    { kind: 'redirect', status: 300 },
    { kind: 'html', times: 0 },
    { kind: 'html', times: 1_000_001 },
    { kind: 'html', match: { method: 'DELETE' } },
    { kind: 'html', match: { host: 'x' } },
  ])('refuses %j', (value) => {
    expect(readMisbehaviour(value).kind).toBe('refused');
  });
});

describe('MisbehaviourQueue', () => {
  const put = { method: 'PUT', path: '/v5/p/vpn-connection/1' };
  const get = { method: 'GET', path: '/v5/p/vpn-gateways/1' };

  it('applies an instruction once unless it says otherwise', () => {
    const queue = new MisbehaviourQueue();
    queue.add({ kind: 'html' });
    expect([queue.take(put)?.kind, queue.take(put)?.kind]).toEqual(['html', undefined]);
  });

  it('applies it as often as it says', () => {
    const queue = new MisbehaviourQueue();
    queue.add({ kind: 'html', times: 2 });
    expect([1, 2, 3].map(() => queue.take(put)?.kind)).toEqual(['html', 'html', undefined]);
  });

  it('applies it always until cleared', () => {
    const queue = new MisbehaviourQueue();
    queue.add({ kind: 'html', times: 'always' });
    expect(Array.from({ length: 50 }, () => queue.take(put)?.kind)).not.toContain(undefined);
    queue.clear();
    expect(queue.take(put)).toBeUndefined();
  });

  it('leaves requests alone that do not match', () => {
    const queue = new MisbehaviourQueue();
    queue.add({ kind: 'html', match: { method: 'PUT' } });
    queue.add({ kind: 'no-content', match: { path: 'vpn-gateways' } });
    expect(queue.take(get)?.kind).toBe('no-content');
    expect(queue.take(get)).toBeUndefined();
    expect(queue.take(put)?.kind).toBe('html');
  });

  it('uses the first of several that match and keeps the others', () => {
    const queue = new MisbehaviourQueue();
    queue.add({ kind: 'html' });
    queue.add({ kind: 'no-content' });
    expect(queue.take(put)?.kind).toBe('html');
    expect(queue.waiting).toEqual([{ kind: 'no-content' }]);
  });
});
