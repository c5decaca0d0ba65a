// A window of the editor as a user sees it: what can be done in it, and what it shows.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { EditorPane } from './editorPane';
import { until } from './until';

const startMs = 90_000;

/** One window. Everything waits for what it needs and fails when that does not come. */
export class Workbench {
  readonly page: Page;
  /** The folder that is open. */
  readonly workspace: string;

  constructor(page: Page, workspace: string) {
    this.page = page;
    this.workspace = workspace;
    page.setDefaultTimeout(30_000);
  }

  /** Waits until the window has been laid out and shows the files of the folder. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: startMs });
    await this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .first()
      .waitFor({ timeout: startMs });
  }

  /** Opens a file of the workspace's top level from the explorer. */
  async openFile(name: string): Promise<EditorPane> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', {
      has: this.page.getByText(name, { exact: true }),
    });
    await row.dblclick();
    return await this.editor(name);
  }

  /** The editor whose tab has this title, once it shows text. */
  async editor(title: string | RegExp): Promise<EditorPane> {
    const group = this.page.locator('.editor-group-container', {
      has: this.page.locator('.tab.active').filter({ hasText: title }),
    });
    await group.locator('.monaco-editor .view-line').first().waitFor();
    return new EditorPane(this.page, group);
  }

  /** The page of the plan that is shown; a web view is a page within a page. */
  planPage(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /**
   * Runs a command from the palette by its whole title, category included. The palette lists what can
   * be run when it is opened; in a window that is still starting (trust is not settled, for one) that
   * may not hold the command yet, so it is opened again until it does.
   */
  async runCommand(title: string): Promise<void> {
    await until(`the command ${title}`, async () => {
      const palette = await this.#openPalette(title);
      const row = palette.locator('.monaco-list-row').filter({ hasText: title }).first();
      const offered = await row.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      if (offered) {
        await row.click();
        return true;
      }
      await this.page.keyboard.press('Escape');
      await palette.waitFor({ state: 'hidden' });
      return undefined;
    });
  }

  /** The commands that the palette offers for a text; it is closed again. */
  async commandsFor(text: string): Promise<readonly string[]> {
    const palette = await this.#openPalette(text);
    await palette.locator('.monaco-list-row').first().waitFor();
    const labels = await palette.locator('.monaco-list-row .label-name').allInnerTexts();
    await this.page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
    return labels.map(plain);
  }

  async #openPalette(text: string): Promise<Locator> {
    const palette = this.page.locator('.quick-input-widget');
    await this.page.keyboard.press('F1');
    await palette.waitFor();
    await palette.locator('input[type=text]').fill(`>${text}`);
    return palette;
  }

  /** Picks an entry of the list that is open, by a part of its label. */
  async pick(label: string | RegExp): Promise<void> {
    const row = this.page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ hasText: label });
    await row.first().click();
  }

  /** Answers the input box with this prompt. */
  async answer(prompt: string, text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget').filter({ hasText: prompt });
    await box.waitFor();
    await box.locator('.quick-input-box input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The text of the modal dialog that is open. */
  async dialogText(): Promise<string> {
    const dialog = this.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    return plain(await dialog.innerText());
  }

  /** Presses a button of the modal dialog. */
  async pressDialogButton(label: string | RegExp): Promise<void> {
    const dialog = this.page.locator('.monaco-dialog-box');
    await dialog.locator('.monaco-button').filter({ hasText: label }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Waits for a notification that contains the text, and returns all it says. */
  async notification(text: string | RegExp, timeoutMs = 30_000): Promise<Locator> {
    const toast = this.page
      .locator('.notifications-toasts .notification-list-item')
      .filter({ hasText: text })
      .first();
    await toast.waitFor({ timeout: timeoutMs });
    return toast;
  }

  /** Waits until no notification contains the text any more. */
  async notificationGone(text: string | RegExp): Promise<void> {
    const toast = this.page.locator('.notifications-toasts .notification-list-item');
    await toast.filter({ hasText: text }).first().waitFor({ state: 'hidden' });
  }

  /** Presses a button of the notification that contains the text. */
  async pressNotificationButton(text: string | RegExp, label: string | RegExp): Promise<void> {
    const toast = await this.notification(text);
    await toast.locator('.monaco-button').filter({ hasText: label }).click();
  }

  /** Waits for an entry of the status bar. */
  async statusBarItem(text: string | RegExp): Promise<Locator> {
    const item = this.page.locator('.statusbar-item').filter({ hasText: text }).first();
    await item.waitFor();
    return item;
  }

  /** Trusts the folder of a restricted window. */
  async trustFolder(): Promise<void> {
    const restricted = await this.statusBarItem('Restricted Mode');
    await this.runCommand('Workspaces: Manage Workspace Trust');
    await this.page
      .locator('.workspace-trust-editor .monaco-button')
      .filter({ hasText: /^Trust$/ })
      .click();
    await restricted.waitFor({ state: 'hidden' });
    await this.page.keyboard.press('Escape');
    // Newer editors show that page in front of everything else, where commands cannot be called. It takes
    // the key only when it has the focus.
    const front = this.page.locator('.monaco-modal-editor-block');
    await until('the page of trust to close', async () => {
      if (await front.isHidden()) return true;
      await front.getByText('You trust this folder').click({ timeout: 2_000 });
      await this.page.keyboard.press('Escape');
      return undefined;
    });
  }

  /** The texts of all notifications that are visible now. */
  async notifications(): Promise<readonly string[]> {
    const toasts = this.page.locator('.notifications-toasts .notification-list-item-message');
    return (await toasts.allInnerTexts()).map(plain);
  }

  /** Opens the Problems view and returns its entries, once there are as many as expected. */
  async problems(atLeast: number): Promise<readonly string[]> {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .marker-message-details-container');
    return until(`${atLeast} problems`, async () => {
      const texts = (await rows.allInnerTexts()).map(plain);
      return texts.length >= atLeast ? texts : undefined;
    });
  }

  /** What the clipboard holds. */
  clipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  /** Writes a picture of the window. */
  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** The editor renders blanks as no-break spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}
