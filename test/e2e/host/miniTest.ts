// The few words that suites inside the extension host need; a test runner of its own would not
// survive there.

/** One test. */
export interface HostTest {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

const tests: HostTest[] = [];
const groups: string[] = [];

/** All tests, in the order in which they were written. */
export function registeredTests(): readonly HostTest[] {
  return tests;
}

/** Groups tests under a name. */
export function describe(name: string, define: () => void): void {
  groups.push(name);
  define();
  groups.pop();
}

/** Adds a test; it fails by throwing. */
export function it(name: string, body: HostTest['body']): void {
  tests.push({ name: [...groups, name].join(' > '), body });
}
