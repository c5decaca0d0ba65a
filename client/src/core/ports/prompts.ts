// The port of questions to the user: lists, boxes to tick, and lines of text.

/** Questions to the user; undefined means: left with Escape. */
export interface Prompts {
  pick<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
  /** The values that were ticked, in the order of the choices; none of them is an answer as well. */
  pickSeveral<T>(title: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined>;
  ask(question: TextQuestion): Promise<string | undefined>;
}

/** One line of a list to pick from. */
export interface Choice<T> {
  readonly label: string;
  readonly description: string;
  /** A second line. */
  readonly detail?: string;
  readonly value: T;
}

/** A question for one line of text. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly input: 'visible' | 'masked';
  /** The text that stands in the box at first. */
  readonly initial?: string;
  /** What is wrong with the text, or undefined when it will do. Called while typing. */
  check(text: string): string | undefined;
}
