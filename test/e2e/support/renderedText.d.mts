/** A rectangle of the page, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a text is rendered first, within one line; null when it is not. `group` is an element. */
export function findText(group: unknown, text: string): Box | null;

/** The texts under decorations, by the name of their selector. `group` is an element. */
export function textUnder(
  group: unknown,
  selectors: Readonly<Record<string, string>>,
): { readonly name: string; readonly text: string }[];
