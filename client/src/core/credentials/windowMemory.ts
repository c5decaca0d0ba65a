// The memory of one window. What is in it is gone when the window closes.
import type { RejectedLogin } from '../ports/logins';
import type { Look, WindowMemory } from '../ports/ports';

/** Creates an empty memory. */
export function createWindowMemory(): WindowMemory {
  const tokens = new Map<string, { readonly token: string; readonly usableUntil: number }>();
  const rejectedLogins = new Map<string, RejectedLogin>();
  const asking = new Set<string>();
  const looks = new Map<string, Look>();
  return {
    leases: new Map(),
    rejected: new Map(),
    accepted: new Set(),
    trials: new Map(),
    countdowns: new Map(),
    begun: new Set(),
    unreadable: new Map(),
    told: new Set(),
    token: (key) => tokens.get(key),
    keepToken: (key, token, usableUntil) => {
      tokens.set(key, { token, usableUntil });
    },
    forgetToken: (key) => {
      tokens.delete(key);
    },
    logins: new Map(),
    rejectedLogins,
    forgetLogins: () => {
      tokens.clear();
      rejectedLogins.clear();
    },
    asksEachTime: (key) => asking.has(key),
    askEachTime: (key) => {
      asking.add(key);
    },
    stopAsking: (key) => {
      asking.delete(key);
    },
    look: (key) => looks.get(key),
    keepLook: (key, look) => {
      looks.set(key, look);
    },
    forgetLook: (key) => {
      looks.delete(key);
    },
  };
}
