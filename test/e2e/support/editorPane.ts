// One text editor of a window. Positions are found by the text that is rendered, as a user does.
import type { Locator, Page } from 'playwright-core';
import { findText, textUnder, type Box } from './renderedText.mjs';
import { until } from './until';

/** An underlined piece of text. */
export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'information';
  readonly text: string;
}

/** A text editor. Only lines that are scrolled into view can be found. */
export class EditorPane {
  readonly #page: Page;
  readonly #group: Locator;

  constructor(page: Page, group: Locator) {
    this.#page = page;
    this.#group = group;
  }

  /** The whole text, by way of the clipboard: the editor renders only what is visible. */
  async text(): Promise<string> {
    await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.press('ControlOrMeta+C');
    return this.#page.evaluate('navigator.clipboard.readText()');
  }

  /** Puts the keyboard into the editor without moving the cursor far. */
  async focus(): Promise<void> {
    await this.#group.locator('.monaco-editor .view-lines').first().click();
  }

  /** Puts the cursor behind a piece of text. */
  async placeCursorAfter(text: string): Promise<void> {
    await this.#reach(text, ({ x, y, width, height }) =>
      this.#page.mouse.click(x + width - 1, y + height / 2),
    );
  }

  /** Selects a piece of text within one word by a double click. */
  async selectWord(text: string): Promise<void> {
    await this.#reach(text, ({ x, y, width, height }) =>
      this.#page.mouse.dblclick(x + width / 2, y + height / 2),
    );
  }

  /** Rests the pointer on a piece of text and returns what the editor says about it. */
  async hover(text: string, expected: string | RegExp): Promise<string> {
    const box = await this.#find(text);
    const hover = this.#page.locator('.monaco-editor .monaco-hover').filter({ hasText: expected });
    await this.#page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await hover.first().waitFor();
    return (await hover.first().innerText()).replaceAll('\u00a0', ' ');
  }

  /** Takes the pointer away from the text. */
  async dismissHover(): Promise<void> {
    await this.#page.mouse.move(2, 2);
    const hovers = this.#page.locator('.monaco-editor .monaco-hover:visible');
    await until('no hover', async () => ((await hovers.count()) === 0 ? true : undefined));
  }

  /** Waits until the list of completions has appeared by itself with this label. */
  async offered(label: string): Promise<void> {
    const rows = this.#page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.getByText(label, { exact: true }).waitFor();
  }

  /** Asks for completions at the cursor and returns their labels. */
  async completions(): Promise<readonly string[]> {
    await this.#page.keyboard.press('Control+Space');
    const rows = this.#page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** Opens the explanation beside the completions that are on offer. */
  async showCompletionDetails(): Promise<void> {
    await this.#page.keyboard.press('Control+Space');
    await this.#page.locator('.suggest-details').first().waitFor();
  }

  /** Accepts the completion with this label. */
  async acceptCompletion(label: string): Promise<void> {
    const row = this.#page.locator('.suggest-widget.visible .monaco-list-row', {
      has: this.#page.locator('.label-name').getByText(label, { exact: true }),
    });
    await row.click();
    await this.#page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** The underlined texts, in the order of the lines. */
  async squiggles(): Promise<readonly Squiggle[]> {
    const found = await this.#group.evaluate(textUnder, {
      error: '.squiggly-error',
      warning: '.squiggly-warning',
      information: '.squiggly-info',
    });
    return found.map(({ name, text }) => ({ severity: name as Squiggle['severity'], text }));
  }

  /** Waits until a piece of text is underlined. */
  async squiggleUnder(text: string): Promise<Squiggle> {
    return until(`a squiggle under "${text}"`, async () =>
      (await this.squiggles()).find((each) => each.text === text),
    );
  }

  /** Waits until a piece of text is not underlined any more. */
  async noSquiggleUnder(text: string): Promise<void> {
    await until(`no squiggle under "${text}"`, async () =>
      (await this.squiggles()).every((each) => each.text !== text) ? true : undefined,
    );
  }

  /** Waits until nothing of this severity is underlined. */
  async noSquiggles(severity: Squiggle['severity']): Promise<void> {
    await until(
      `no ${severity} left`,
      async () => (await this.squiggles()).every((each) => each.severity !== severity) || undefined,
    );
  }

  /** The number of the line that the cursor is in, from 1. */
  async cursorLine(): Promise<number> {
    const label = this.#group.locator('.monaco-editor .line-numbers.active-line-number').first();
    return Number(await label.innerText());
  }

  /** Waits for a code lens. */
  async codeLens(label: string | RegExp): Promise<Locator> {
    const lens = this.#group.locator('.codelens-decoration a').filter({ hasText: label }).first();
    await lens.waitFor();
    return lens;
  }

  /** Whether a link of the hover lies within what its box shows. */
  async isShownWhole(link: string): Promise<boolean> {
    const hover = this.#page.locator('.monaco-editor .monaco-hover:visible').first();
    const found = hover.locator('a', { hasText: link }).first();
    await found.waitFor();
    const [box, inner] = await Promise.all([hover.boundingBox(), found.boundingBox()]);
    if (box === null || inner === null) return false;
    return inner.y >= box.y && inner.y + inner.height <= box.y + box.height + 1;
  }

  /** An icon in the editor, such as the mark of a folded line. */
  async codicon(name: string): Promise<void> {
    await this.#group.locator(`.codicon-${name}`).first().waitFor();
  }

  /** Presses a code lens. */
  async pressCodeLens(label: string | RegExp): Promise<void> {
    await (await this.codeLens(label)).click();
  }

  /** Types a text key by key; the editor must have the focus. */
  async typeText(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 15 });
  }

  /** Presses a key in this editor; it must have the focus. */
  async type(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Uses the mouse on a text, again when the line had moved away meanwhile. */
  async #reach(text: string, use: (box: Box) => Promise<void>): Promise<void> {
    await this.dismissHover();
    await until(`the cursor at "${text}"`, async () => {
      await use(await this.#find(text));
      const { y } = await this.#find(text);
      const line = await this.#group.locator('.active-line-number').first().boundingBox();
      return line !== null && Math.abs(line.y - y) < 5 ? true : undefined;
    });
  }

  /** Where a text is rendered, once it stays there: what is above it may still be arriving. */
  async #find(text: string): Promise<Box> {
    let before: Box | null = null;
    return until(`the text "${text}"`, async () => {
      const box = await this.#group.evaluate(findText, text);
      const rests = box !== null && box.x === before?.x && box.y === before.y;
      before = box;
      return rests ? box : undefined;
    });
  }
}
