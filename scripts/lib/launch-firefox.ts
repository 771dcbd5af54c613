import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

export interface FirefoxOptions {
  readonly executable: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Preferences as in about:config. */
  readonly preferences?: Record<string, unknown>;
}

/** The add-on's id, as wxt.config.ts writes it into the manifest. */
const ADD_ON = 'dxlens@dxlens.example';

/** Firefox gives every installation a random host name; fixed, the extension's pages can be addressed. */
const UUID = '5f0c4c1e-9a52-4c0b-8f51-0d1e45c0de10';

/** Address of the extension's pages in a Firefox that `launchFirefox` started. */
export const FIREFOX_EXTENSION_URL = `moz-extension://${UUID}/`;

/** Starts Firefox in a new profile and installs the extension as a temporary add-on. */
export async function launchFirefox(options: FirefoxOptions): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    enableExtensions: true,
    defaultViewport: options.headless ? { width: 1200, height: 900 } : null,
    // With a window, Ctrl-C is for the caller, who closes the browser in order.
    handleSIGINT: options.headless,
    // Opens moz-extension: pages to the remote control.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: UUID }),
      ...options.preferences,
    },
  });
  try {
    await browser.installExtension(resolve(options.extension));
  } catch (error) {
    await browser.close();
    throw new Error('Firefox did not take the extension.', { cause: error });
  }
  return browser;
}
