// Markdown as ticket systems show it: HTML goes through, addresses become links.
import { createRequire } from 'node:module';

interface MarkdownIt {
  readonly linkify: { set(options: { readonly fuzzyLink: boolean }): void };
  readonly utils: { escapeHtml(text: string): string };
  render(markdown: string): string;
  renderInline(markdown: string): string;
}

const create = createRequire(import.meta.url)('markdown-it') as (options: object) => MarkdownIt;

/** The renderer. Names of hosts without a scheme or `www.` aren't links in GitHub's flavor either. */
export const markdown = create({ html: true, linkify: true });
