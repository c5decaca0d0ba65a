// What runs in the page of a plan: takes new content, reports buttons, draws the picture. It is text here,
// because a web view is a browser of its own.

/** No part of it comes from outside. */
export const planPageScript = String.raw`
(() => {
  const api = acquireVsCodeApi();
  const plan = document.getElementById('plan');
  const status = document.getElementById('status');

  // What was opened and what has the focus stays so: the plan follows each edit.
  const refill = (content) => {
    const focused = document.activeElement?.id;
    const open = [...plan.querySelectorAll('details[open]')].map(({ id }) => id);
    plan.innerHTML = content;
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    for (const place of plan.querySelectorAll('[data-svg]')) draw(place);
    if (focused) document.getElementById(focused)?.focus();
  };

  const shapes = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon',
    'text', 'tspan', 'title', 'desc', 'defs', 'marker', 'pattern']);
  const forbidden = /^(?:on|style$|href$)|:|^(?:attributename|to|from|values|by)$/i;
  const namespace = 'http://www.w3.org/2000/svg';

  // Copies shapes and text; whatever else is in a picture stays out of the page.
  const copied = (from, style) => {
    if (from.nodeType === Node.TEXT_NODE) return document.createTextNode(from.data);
    if (from.namespaceURI === namespace && from.localName === 'style') style.push(from.textContent);
    if (from.namespaceURI !== namespace || !shapes.has(from.localName)) return '';
    const to = document.createElementNS(namespace, from.localName);
    for (const { name, value } of from.attributes) {
      if (!forbidden.test(name) && !/url\((?!["']?#)/i.test(value)) to.setAttribute(name, value);
    }
    to.append(...[...from.childNodes].map((child) => copied(child, style)));
    return to;
  };

  // In a tree of its own, where its style ends.
  const draw = (place) => {
    const source = new DOMParser().parseFromString(place.dataset.svg, 'image/svg+xml').documentElement;
    const style = [];
    const root = place.attachShadow({ mode: 'open' });
    root.append(copied(source, style));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.join('\n'));
    root.adoptedStyleSheets = [sheet];
  };

  window.addEventListener('message', ({ data }) => {
    refill(data.content);
    if (status.textContent !== data.status) status.textContent = data.status;
    api.setState(data.state);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('button[data-command]');
    if (button === null || button.getAttribute('aria-disabled') === 'true') return;
    api.postMessage({ command: button.dataset.command, section: Number(button.dataset.section) });
  });
  api.postMessage({ command: 'ready' });
})()`;
