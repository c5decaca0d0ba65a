// The question before sending, as a modal dialog.
import { window } from 'vscode';
import { visibleLines, visibleText } from '../../core/model/visibleText';
import type { Confirmation } from '../../core/ports/ports';

/**
 * Asks in the middle of the window; Escape and Cancel mean no. The editor makes the first button the
 * one that the enter key presses, and adds Cancel as the last.
 */
export const modalConfirmation: Confirmation = {
  ask: async ({ title, detail, proceed, review }) => {
    const options = { modal: true, detail: visibleLines(detail) };
    const answer = await window.showWarningMessage(visibleText(title), options, review, proceed);
    if (answer === review) return 'review';
    return answer === proceed ? 'confirmed' : 'declined';
  },
};
