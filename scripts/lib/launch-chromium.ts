import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

export interface ChromiumOptions {
  /** A browser that takes `--load-extension`: Chromium, Chrome for Testing or Edge, not branded Chrome. */
  readonly executable: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Further command line switches. */
  readonly args?: readonly string[];
}

/** Starts Chromium with the extension in a new profile, which is removed when the context has closed. */
export async function launchChromium(options: ChromiumOptions): Promise<BrowserContext> {
  const extension = resolve(options.extension);
  const profile = await mkdtemp(join(profileParent(options.executable), 'dxlens-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executable,
    headless: options.headless,
    viewport: options.headless ? { width: 1200, height: 900 } : null,
    // With a window, Ctrl-C is for the caller, who closes the context in order.
    handleSIGINT: options.headless,
    args: [
      // The sandbox refuses to start as root; for anyone else it stays on.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.args ?? []),
    ],
  });
  context.on('close', () => {
    rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) =>
      console.warn(`The temporary profile ${profile} could not be removed:`, error),
    );
  });
  return context;
}

/** Ubuntu's snap has its own /tmp: its profile goes where both sides see it. */
function profileParent(executable: string): string {
  return executable.startsWith('/snap/') ? process.cwd() : tmpdir();
}
