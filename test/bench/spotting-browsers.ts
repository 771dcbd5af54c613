import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/launch-chromium';

const EXECUTABLE = process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium';
const BUILD = process.env.DXLENS_BUILD ?? '.output/chrome-mv3';

/** Chromium with Dx Lens. */
export function withExtension(): Promise<BrowserContext> {
  return launchChromium({ executable: EXECUTABLE, extension: BUILD, headless: true });
}

/** The same with an extension that does nothing. */
export async function withoutExtension(): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'dxlens-nothing-'));
  await writeFile(join(folder, 'manifest.json'), '{"manifest_version":3,"name":"Nothing","version":"1"}');
  const context = await launchChromium({ executable: EXECUTABLE, extension: folder, headless: true });
  context.on('close', () => rm(folder, { recursive: true, force: true }));
  return context;
}

/** Serves pages by their paths (`/dense`) on a free port. */
export async function servePages(pages: Readonly<Record<string, string>>) {
  const server = createServer(({ url = '/' }, response) => {
    const html = pages[url.replace(/[#?].*/, '')];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
