// The page of a plan as HTML. Text of files and of the cloud is never markup (markup.ts), and the page loads
// nothing: its style and script are in it, allowed by a number that is used once.
import type { ListChanges, PlannedField } from '../../../../server/src/protocol/plan';
import type { PlanSection } from '../../core/model/presented';
import { visibleLines } from '../../core/model/visibleText';
import { html, type Markup } from './markup';
import { planPageScript } from './planPageScript';
import { planPageStyle } from './planPageStyle';

/** What is shown of one update. */
export interface ShownSection {
  readonly section: PlanSection;
  /** Why it isn't right any longer, and what to do about it. */
  readonly notice?: string;
}

/** The page around the content, which comes as a message whenever it changes. */
export function pageShell(nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const [style, script] = [planPageStyle, planPageScript].map((own): Markup => ({ html: own }));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${{ html: policy }}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Plan</title>
        <style nonce="${nonce}">
          ${style}
        </style>
      </head>
      <body>
        <p id="status" role="status" class="unseen"></p>
        <main id="plan"></main>
        <script nonce="${nonce}">
          ${script};
        </script>
      </body>
    </html> `.html;
}

/** The plans of all updates, one after the other. */
export function planContent(sections: readonly ShownSection[]): string {
  return html`${sections.map(sectionContent)}`.html;
}

/** In place of a plan that an earlier window has shown. Nothing is read until the button is used. */
export function restoredContent(): string {
  return html`<h1>Plan</h1>
    <p>This plan is from before the window was reloaded.</p>
    <div class="buttons">${button('refresh', 'Compare Again', 0)}</div>`.html;
}

function sectionContent({ section, notice }: ShownSection, index: number): Markup {
  const { name, summary, source, status, target, comparedAt, effects, warnings } = section;
  const { fields, moved } = section;
  return html`<section aria-labelledby="name-${index}">
    <h1 id="name-${index}">${name}</h1>
    <p class="summary">${summary}</p>
    ${notice === undefined ? undefined : html`<p class="notice"><b>Out of date.</b> ${notice}</p>`}
    ${buttons(index, notice)}
    <dl class="facts">
      <dt>Target</dt>
      <dd>
        ${target.isProduction ? html`<b class="production">PRODUCTION</b> ` : undefined}${target.label}${target.label.includes(target.host) ? '' : `, ${target.host}`}
      </dd>
      <dt>Connection</dt>
      <dd>${status === undefined ? '' : `${status}, `}<code>${source.seen.connectionId}</code></dd>
      <dt>Compared with</dt>
      <dd>the connection at ${comparedAt}</dd>
    </dl>
    ${picture(section, index)} ${list('Warnings', warnings.map(warningItem))}
    ${changesTable(
      fields.filter(({ kind }) => kind !== 'same'),
      index,
    )}
    ${list('Effect on traffic', effects.map(effectItem))}
    ${list('Changed by someone else since your last preview', moved.map(movedItem))}
    ${unchanged(
      fields.filter(({ kind }) => kind === 'same'),
      index,
    )}
  </section>`;
}

/** The names of the buttons that only an up-to-date plan has. */
function buttons(index: number, notice: string | undefined): Markup {
  const state = notice === undefined ? 'ready' : 'off';
  return html`<div class="buttons">
    ${button('apply', 'Apply…', index, state)}
    ${button('rollback', 'Apply with Automatic Rollback…', index, state)}
    ${button('diff', 'Open Diff', index)} ${button('copy', 'Copy as Markdown', index)}
    ${button('refresh', 'Refresh', index)}
  </div>`;
}

/** One that is off can still have the focus, so that nobody loses it while typing goes on next door. */
function button(
  command: string,
  label: string,
  index: number,
  state: 'ready' | 'off' = 'ready',
): Markup {
  const off = state === 'off' ? 'true' : 'false';
  return html`<button
    id="${command}-${index}"
    type="button"
    data-command="${command}"
    data-section="${index}"
    aria-disabled="${off}"
  >
    ${label}
  </button>`;
}

/** The script draws it from its text, with nothing in it but shapes. */
function picture({ picture: shown }: PlanSection, index: number): Markup | undefined {
  if (shown === undefined) return undefined;
  return html`<figure>
    <div class="picture" aria-hidden="true" data-svg="${{ html: attribute(shown.svg) }}"></div>
    <figcaption>
      <details id="picture-${index}">
        <summary>Picture as text</summary>
        <p class="lines">${shown.text.split('\n').map((line) => html`${line}<br />`)}</p>
      </details>
    </figcaption>
  </figure>`;
}

/** Its lines stay: they are read as SVG, not shown. */
function attribute(text: string): string {
  return visibleLines(text).replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Roles of their own, because a narrow page shows the rows as blocks, which aren't a table to a browser. */
function changesTable(fields: readonly PlannedField[], index: number): Markup | undefined {
  if (fields.length === 0) return undefined;
  return html`<h2 id="changes-${index}">Changes</h2>
    <table role="table" aria-labelledby="changes-${index}">
      <thead role="rowgroup">
        <tr role="row">
          ${['Field', 'Now', 'After', 'Takes effect', 'At the peer'].map(
            (title) => html`<th role="columnheader" scope="col">${title}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${fields.map(changeRow)}
      </tbody>
    </table>`;
}

function changeRow({
  label,
  kind,
  before,
  after,
  list: items,
  when,
  otherSide,
  note,
}: PlannedField) {
  const now = kind === 'unreadable' ? undefined : before;
  return html`<tr role="row">
    <th role="rowheader" scope="row"><code>${breakable(label)}</code></th>
    <td role="cell" data-title="Now">
      ${
        now === undefined
          ? html`<i>${kind === 'unreadable' ? 'can’t be read' : 'none'}</i>`
          : html`<code>${now}</code>`
      }
    </td>
    <td role="cell" data-title="After">
      ${items === undefined ? html`<ins><code>${after}</code></ins>` : listItems(items)}
      ${note === undefined ? undefined : html`<p>${note}</p>`}
    </td>
    <td role="cell" data-title="Takes effect">${capital(when ?? '')}</td>
    <td role="cell" data-title="At the peer">${otherSide ?? 'Nothing to do.'}</td>
  </tr>`;
}

/** A path that can be broken after its dots. */
function breakable(label: string): Markup {
  const [first = '', ...rest] = label.split('.');
  return html`${first}${rest.map((part) => html`.<wbr />${part}`)}`;
}

/** `+ 192.168.2.0/24` */
function listItems({ added, removed, kept }: ListChanges): Markup {
  return html`<ul class="items">
    ${added.map(
      (item) =>
        html`<li>
          <ins><code>+ ${item}</code></ins>
        </li>`,
    )}
    ${removed.map(
      (item) =>
        html`<li>
          <del><code>- ${item}</code></del>
        </li>`,
    )}
    ${kept === 0 ? undefined : html`<li>${kept} unchanged</li>`}
  </ul>`;
}

function list(title: string, items: readonly Markup[]): Markup | undefined {
  if (items.length === 0) return undefined;
  return html`<h2>${title}</h2>
    <ul>
      ${items}
    </ul>`;
}

function warningItem(warning: string): Markup {
  return html`<li class="warning">${warning}</li>`;
}

function effectItem({ when, text, labels }: PlanSection['effects'][number]): Markup {
  return html`<li><b>${capital(when)}</b> (${codes(labels)}): ${text}</li>`;
}

function movedItem({ label, earlier, now, planned }: PlanSection['moved'][number]): Markup {
  const value = (text: string | undefined): Markup =>
    text === undefined ? html`<i>none</i>` : html`<code>${text}</code>`;
  const own = planned === undefined ? html`not sent` : value(planned);
  return html`<li>
    <code>${label}</code>: ${value(earlier)} → ${value(now)}; this update: ${own}
  </li>`;
}

function unchanged(fields: readonly PlannedField[], index: number): Markup | undefined {
  if (fields.length === 0) return undefined;
  const count =
    fields.length === 1 ? '1 field keeps its value' : `${fields.length} fields keep their values`;
  return html`<details id="unchanged-${index}">
    <summary>${count}</summary>
    <ul>
      ${fields.map(
        ({ label, after, note }) =>
          html`<li>
            <code>${label}</code>: <code>${after}</code>${note === undefined ? '' : ` ${note}`}
          </li>`,
      )}
    </ul>
  </details>`;
}

function codes(labels: readonly string[]): Markup {
  return html`${labels.map((label, at) => html`${at === 0 ? '' : ', '}<code>${label}</code>`)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
