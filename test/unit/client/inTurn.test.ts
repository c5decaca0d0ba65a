// Unattended work tries credentials that nobody has judged one at a time.
import { expect, test } from 'vitest';
import {
  inTurn,
  knownRejected,
  noteCredentials,
} from '../../../client/src/core/cloud/rejectedCredentials';
import { createWindowMemory } from '../../../client/src/core/credentials/windowMemory';
import type { Login } from '../../../client/src/core/model/credentials';
import { nodeCrypto } from '../../../client/src/transports/nodeCrypto';
import { fakeTime } from '../../support/client/fakeTime';

const key: Login = { kind: 'access-key', accessKey: 'AK', secretKey: 'SK' };
const user: Login = {
  ...{ kind: 'password', user: 'u', password: 'p' },
  domain: 'd',
  iamEndpoint: '',
};

/** Five requests at once, of which the one that is answered has this result. */
function five(login: Login) {
  const context = {
    memory: createWindowMemory(),
    crypto: nodeCrypto,
    clock: fakeTime(0).clock,
    settings: { read: () => ({ timeoutSeconds: 30 }) },
  };
  const answers: ((result: 'accepted' | 'rejected' | 'no answer') => void)[] = [];
  const request = () =>
    inTurn(context, login, async () => {
      if (knownRejected(context, login) !== undefined) return 'not sent';
      const result = await new Promise<'accepted' | 'rejected' | 'no answer'>((resolve) => {
        answers.push(resolve);
      });
      if (result !== 'no answer') noteCredentials(context, login, result);
      return result;
    });
  return { answers, all: Promise.all(Array.from({ length: 5 }, request)) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('once they are rejected, nobody sends them again', async () => {
  const { answers, all } = five(key);
  await settle();
  expect(answers).toHaveLength(1);
  answers[0]?.('rejected');
  expect(await all).toEqual(['rejected', ...Array<string>(4).fill('not sent')]);
});

test('once they are accepted, everybody sends them', async () => {
  const { answers, all } = five(key);
  await settle();
  answers[0]?.('accepted');
  await settle();
  expect(answers).toHaveLength(5);
  answers.forEach((answer) => answer('accepted'));
  expect(await all).toEqual(Array<string>(5).fill('accepted'));
});

test('without an answer the next one tries', async () => {
  const { answers, all } = five(key);
  await settle();
  for (let number = 0; number < 5; number += 1) {
    expect(answers).toHaveLength(number + 1);
    answers[number]?.('no answer');
    await settle();
  }
  expect(await all).toEqual(Array<string>(5).fill('no answer'));
});

test('a password is for IAM to judge, which is asked once at a time anyway', async () => {
  const { answers, all } = five(user);
  await settle();
  expect(answers).toHaveLength(5);
  answers.forEach((answer) => answer('accepted'));
  await all;
});
