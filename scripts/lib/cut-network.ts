import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy through which a browser reaches nothing; it writes down what was asked for. */
export interface CutNetwork {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** What was asked for so far, as `METHOD address`; for https only the host and port can be seen. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts the proxy. A browser that is told to use it still reaches 127.0.0.1 directly (Chromium and Firefox
 * both exempt loopback), and everything else, from pages, workers and the browser itself, ends here: unlike
 * an interception per page this also sees the extension's background.
 */
export async function cutNetwork(): Promise<CutNetwork> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(503).end();
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => socket.destroy()); // the browser may hang up first
    socket.end('HTTP/1.1 503 Network cut\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
