// Pictures that travel with the extension, small enough for its package.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { toWebp } from './images.mjs';

/** Writes a picture of the window as WebP. The browser itself converts it, in an empty page. */
export async function writeWebp(page: Page, path: string): Promise<void> {
  const png = await page.screenshot({ animations: 'disabled' });
  const blank = await page.context().newPage();
  try {
    const url = await blank.evaluate(toWebp, png.toString('base64'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(url.replace('data:image/webp;base64,', ''), 'base64'));
  } finally {
    await blank.close();
  }
}
