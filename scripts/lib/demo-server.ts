import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

interface DemoServer {
  /** Base address with a trailing slash: `http://127.0.0.1:PORT/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port of 127.0.0.1, by default the demo pages. Files are read anew on every request. */
export async function serveDemo(
  folder = fileURLToPath(new URL('../../test/demo/', import.meta.url)),
): Promise<DemoServer> {
  const server = createServer(sirv(folder, { dev: true, etag: true }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Browsers hold keep-alive connections, for which close() would wait.
        server.closeAllConnections();
      }),
  };
}
