// What the wiring needs of its platform.

/** Where the server reports failures of its own. */
export interface Log {
  error(message: string): void;
}

/** Starts a timer; the returned function stops it. */
export type StartTimer = (milliseconds: number, run: () => void) => () => void;

/** Runs something as soon as the messages that are here already have been dealt with. */
export type RunLater = (run: () => void) => void;

/** The platform of one server process. */
export interface Runtime {
  readonly startTimer: StartTimer;
  readonly runLater: RunLater;
  /** Called once when the work in advance is done, and what people wait for is all that is left. */
  warmedUp(): void;
  /** Ends the server. */
  exit(code: number): void;
  /** Ends the server when the process with this ID, its client, is gone. */
  exitWith(processId: number): void;
}
