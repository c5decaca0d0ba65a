// How the page of a plan looks: the colours of the theme and nothing else, so that it fits every theme, and
// borders wherever a high-contrast theme has no backgrounds.

/** The style sheet. No part of it comes from outside. */
export const planPageStyle = `
body {
  color: var(--vscode-editor-foreground);
  background: var(--vscode-editor-background);
  font: var(--vscode-font-size)/1.5 var(--vscode-font-family);
  max-width: 75rem;
  padding: 0 1.25rem 2rem;
}
h1 { font-size: 1.6em; font-weight: 600; margin: 1rem 0 0.25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2em; font-weight: 600; margin: 1.5rem 0 0.5rem; }
section + section { border-top: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder)); margin-top: 2rem; }
code { color: inherit; background: none; padding: 0; font-family: var(--vscode-editor-font-family); overflow-wrap: anywhere; }
b, th { font-weight: 600; }
p, dd, li { overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: circle(0); }
.summary { font-size: 1.1em; margin: 0 0 0.75rem; }
.notice, .warning {
  border-left: 4px solid var(--vscode-editorWarning-foreground);
  padding: 0.25rem 0.75rem;
}
.notice {
  background: var(--vscode-inputValidation-warningBackground);
  color: var(--vscode-inputValidation-warningForeground, inherit);
  outline: 1px solid var(--vscode-contrastBorder, transparent);
}
ul { margin: 0; padding-left: 1.25rem; }
li { margin: 0.25rem 0; }
li.warning { list-style: none; margin-left: -1.25rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.75rem 0; }
button {
  font: inherit;
  padding: 0.25rem 0.75rem;
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent));
  border-radius: 2px;
  color: var(--vscode-button-secondaryForeground);
  background: var(--vscode-button-secondaryBackground);
  cursor: pointer;
}
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button[data-command='apply'] { color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
button[data-command='apply']:hover { background: var(--vscode-button-hoverBackground); }
button[aria-disabled='true'] { opacity: 0.6; cursor: default; border-style: dashed; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1rem 1rem; margin: 0; }
.facts dt { color: var(--vscode-descriptionForeground); }
.facts dd { margin: 0; }
.production {
  color: var(--vscode-statusBarItem-warningForeground);
  background: var(--vscode-statusBarItem-warningBackground);
  border: 1px solid var(--vscode-contrastBorder, transparent);
  padding: 0 0.4rem;
}
figure { margin: 1rem 0; }
.picture { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td {
  text-align: left;
  vertical-align: top;
  padding: 0.4rem 0.75rem 0.4rem 0;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder));
}
tbody th { min-width: 10.5em; }
td { min-width: 8.5em; }
td p { margin: 0.25rem 0 0; }
.items { list-style: none; padding: 0; }
.items li { margin: 0; }
ins, del { text-decoration: none; padding: 0 0.25rem; border: 1px solid var(--vscode-contrastBorder, transparent); }
ins { background: var(--vscode-diffEditor-insertedTextBackground); }
del { background: var(--vscode-diffEditor-removedTextBackground); }
details { margin: 1rem 0; }
summary { cursor: pointer; }
@media (max-width: 740px) {
  body { padding: 0 0.75rem 1.5rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: circle(0); }
  table, tbody, tr, th, td { display: block; }
  tr { border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder)); padding: 0.5rem 0; }
  tbody th, td { border: 0; padding: 0.1rem 0; min-width: 0; }
  td::before { content: attr(data-title) ': '; color: var(--vscode-descriptionForeground); }
}
`;
