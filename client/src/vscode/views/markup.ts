// HTML in which nothing but our own templates is markup.
import { visibleText } from '../../core/model/visibleText';

/** A piece of HTML. Only templates make one. */
export interface Markup {
  readonly html: string;
}

/** What a template can contain: text becomes text, whatever is in it. */
type Content = string | number | Markup | undefined | readonly Markup[];

/** `html\`<p>${text}</p>\`` */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const parts = template.map((own, index) => own + render(contents[index]));
  return { html: parts.join('') };
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return 'html' in content ? content.html : content.map((each) => each.html).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also safe within quotes; what can't be seen is shown as its code. */
function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
