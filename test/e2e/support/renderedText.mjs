// Looks up rendered text by its place. These functions are sent into the page, so each stands alone
// and is written in the language that the page runs.

/** Where a text is rendered first, within one line; null when it is not. */
export function findText(group, text) {
  for (const line of group.querySelectorAll('.monaco-editor .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const whole = nodes.map((node) => node.data).join('');
    const from = whole.replaceAll('\u00a0', ' ').indexOf(text);
    if (from < 0) continue;
    const range = document.createRange();
    let offset = 0;
    for (const node of nodes) {
      const end = offset + node.length;
      if (offset <= from && from < end) range.setStart(node, from - offset);
      const last = from + text.length;
      if (offset < last && last <= end) range.setEnd(node, last - offset);
      offset = end;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return null;
}

/** The texts under decorations of several kinds, from top to bottom and from left to right. */
export function textUnder(group, selectors) {
  const lines = [...group.querySelectorAll('.monaco-editor .view-line')];
  const found = [];
  for (const [name, selector] of Object.entries(selectors)) {
    for (const decoration of group.querySelectorAll(`.monaco-editor ${selector}`)) {
      const area = decoration.getBoundingClientRect();
      const middle = area.y + area.height / 2;
      const line = lines.find((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return top <= middle && middle <= bottom;
      });
      if (line === undefined) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let text = '';
      while (walker.nextNode()) {
        const node = walker.currentNode;
        for (let index = 0; index < node.length; index += 1) {
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const { x, width } = range.getBoundingClientRect();
          const center = x + width / 2;
          if (area.left <= center && center <= area.right) text += node.data[index];
        }
      }
      found.push({ name, text: text.replaceAll('\u00a0', ' '), x: area.x, y: area.y });
    }
  }
  found.sort((one, other) => one.y - other.y || one.x - other.x);
  return found.map(({ name, text }) => ({ name, text }));
}
