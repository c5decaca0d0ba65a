// The question before sending, as a modal dialog.
import { window } from 'vscode';
import type { Confirmation } from '../../core/ports';

/** Asks in the middle of the window; Escape and Cancel mean no. */
export const modalConfirmation: Confirmation = {
  ask: async ({ title, detail, proceed }) => {
    const answer = await window.showWarningMessage(title, { modal: true, detail }, proceed);
    return answer === proceed ? 'confirmed' : 'declined';
  },
};
