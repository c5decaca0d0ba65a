// The way to a host as far as it can be known here.
import { workspace } from 'vscode';
import type { Route } from '../../core/ports/route';
import { inspectTls } from '../../transports/inspectTls';
import { proxyFor } from './proxyFor';

/** Reads the proxy settings of the editor anew each time. */
export const editorRoute: Route = {
  proxyFor: (origin) => {
    const http = workspace.getConfiguration('http');
    return proxyFor(origin, {
      support: http.get('proxySupport'),
      proxy: http.get('proxy'),
      noProxy: http.get('noProxy'),
      environment: { get: (name) => process.env[name] },
    });
  },
  inspectTls,
};
