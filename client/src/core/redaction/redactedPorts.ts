// Ports through which text leaves the core, each behind the redactor. Use cases get these and never
// the bare ones, so no path can forget it.
import type { Clipboard, Confirmation, Log, Ports, Presenter } from '../ports';
import type { Redactor } from './redactor';

/** The same ports with redaction in front of everything that people or files can see. */
export function redactedPorts(ports: Ports, redactor: Redactor): Ports {
  return {
    ...ports,
    log: redactedLog(ports.log, redactor),
    presenter: redactedPresenter(ports.presenter, redactor),
    confirmation: redactedConfirmation(ports.confirmation, redactor),
    clipboard: redactedClipboard(ports.clipboard, redactor),
  };
}

/** Also for the parts of the extension that log by themselves. */
export function redactedLog(log: Log, { redact }: Redactor): Log {
  return {
    debug: (text) => log.debug(redact(text)),
    info: (text) => log.info(redact(text)),
    warn: (text) => log.warn(redact(text)),
    error: (text) => log.error(redact(text)),
  };
}

function redactedPresenter(presenter: Presenter, { redact }: Redactor): Presenter {
  return {
    showDocument: (document) =>
      presenter.showDocument({ ...document, text: redact(document.text) }),
    showMessage: (message) => presenter.showMessage({ ...message, text: redact(message.text) }),
    reveal: (uri, range) => presenter.reveal(uri, range),
  };
}

function redactedConfirmation(confirmation: Confirmation, { redact }: Redactor): Confirmation {
  return {
    ask: (question) =>
      confirmation.ask({
        ...question,
        title: redact(question.title),
        detail: redact(question.detail),
      }),
  };
}

function redactedClipboard(clipboard: Clipboard, { redact }: Redactor): Clipboard {
  return { write: (text) => clipboard.write(redact(text)) };
}
