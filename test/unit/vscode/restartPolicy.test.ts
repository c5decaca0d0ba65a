import { expect, test } from 'vitest';
import { RestartPolicy } from '../../../client/src/vscode/server/restartPolicy';

const minute = 60_000;

test('starts a server again three times, and not a fourth time within three minutes', () => {
  const policy = new RestartPolicy();
  const decisions = [0, 1, 2, 3].map((second) => policy.ended(second * 1000));
  expect(decisions).toEqual(['restart', 'restart', 'restart', 'give-up']);
});

test('forgets what is three minutes old', () => {
  const policy = new RestartPolicy();
  [0, 1, 2].forEach((second) => policy.ended(second * 1000));
  expect(policy.ended(3 * minute - 1)).toBe('give-up');
  const patient = new RestartPolicy();
  [0, 1, 2].forEach((second) => patient.ended(second * 1000));
  expect(patient.ended(3 * minute)).toBe('restart');
});

test('goes on for ever with a server that ends once a minute', () => {
  const policy = new RestartPolicy();
  const decisions = Array.from({ length: 100 }, (_, index) => policy.ended(index * minute));
  expect(new Set(decisions)).toEqual(new Set(['restart']));
});
