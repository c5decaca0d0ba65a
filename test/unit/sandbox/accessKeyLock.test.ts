import { describe, expect, it } from 'vitest';
import { AccessKeyLock } from '../../../client/src/sandbox/auth/accessKeyLock';

const minutes = (count: number) => count * 60_000;

function failed(times: number): AccessKeyLock {
  const lock = new AccessKeyLock();
  for (let count = 0; count < times; count += 1) lock.noteFailure('AK', 0);
  return lock;
}

describe('AccessKeyLock', () => {
  it('tolerates five failures and locks at the sixth', () => {
    expect(failed(5).isLocked('AK', 0)).toBe(false);
    expect(failed(6).isLocked('AK', 0)).toBe(true);
  });

  it('locks for five minutes to the millisecond', () => {
    const lock = failed(6);
    expect(lock.isLocked('AK', minutes(5) - 1)).toBe(true);
    expect(lock.isLocked('AK', minutes(5))).toBe(false);
  });

  it('starts a new count after the lock', () => {
    const lock = failed(6);
    lock.noteFailure('AK', minutes(6));
    expect(lock.isLocked('AK', minutes(6))).toBe(false);
  });

  it('counts consecutive failures only', () => {
    const lock = failed(5);
    lock.noteSuccess('AK');
    lock.noteFailure('AK', 0);
    expect(lock.isLocked('AK', 0)).toBe(false);
  });

  it('keeps keys apart', () => {
    expect(failed(6).isLocked('OTHER', 0)).toBe(false);
  });
});
