import './scripts/lib/node-20.ts';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Chromium refuses its sandbox as root, and takes no other switch that a page would notice. */
const chromium = playwright({
  launchOptions: {
    executablePath: process.env.DXLENS_CHROMIUM ?? '/usr/bin/chromium',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run'],
  },
});

export default defineConfig({
  test: {
    allowOnly: !process.env.CI,
    projects: [
      {
        extends: true,
        // The official files take some seconds each on a slow machine.
        test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        extends: true,
        plugins: [preact()],
        // Vite would come upon these one test after another, and start the tests that run anew each time.
        optimizeDeps: {
          include: [
            '@floating-ui/core',
            'fflate',
            'preact',
            'preact/debug',
            'preact/devtools',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'valibot',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            provider: chromium,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          environment: 'node',
          include: ['test/firefox/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
