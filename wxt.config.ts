import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { readVocabulary } from './data/build/vocabulary';

/** The oldest browsers that run it: Chrome has `caretPositionFromPoint` since 128. */
const CHROME = 128;
/** Firefox has `data_collection_permissions` since 142 (Android), and highlights since 140. */
const FIREFOX = 142;

/** The code set and its history. */
const DATA_FILES = ['release.zip', 'history.json'];

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  webExt: { disabled: true },
  vite: () => ({
    plugins: [preact()],
    resolve: {
      alias: { 'wxt/utils/content-script-context': resolve('entrypoints/content/quiet-context.ts') },
    },
    build: { target: [`chrome${CHROME}`, `firefox${FIREFOX}`] },
  }),
  hooks: {
    // Only in the user's origin do the rules for marks reach into shadow roots there. Chromium, which paints author
    // rules in them too, does not know the key. Neither do WXT's types.
    'build:manifestGenerated': (wxt, { content_scripts }) => {
      if (wxt.config.browser !== 'firefox') return;
      for (const script of content_scripts ?? []) Object.assign(script, { css_origin: 'user' });
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push(...DATA_FILES, 'vocabulary.tsv', 'words.tsv');
    },
    // They are read by our own pages and worker only, so they ship as plain files, not web-accessible.
    'build:publicAssets': (_wxt, files) => {
      for (const file of DATA_FILES)
        files.push({ absoluteSrc: resolve('data/icd10cm', file), relativeDest: file });
      const { terms, words } = readVocabulary();
      files.push(
        { contents: terms, relativeDest: 'vocabulary.tsv' },
        { contents: words, relativeDest: 'words.tsv' },
      );
    },
  },
  manifest: ({ browser }) => ({
    name: 'Dx Lens: ICD-10-CM codes explained',
    short_name: 'Dx Lens',
    permissions: ['contextMenus', 'scripting', 'storage'],
    host_permissions: ['http://*/*', 'https://*/*', 'file:///*'],
    omnibox: { keyword: 'icd' },
    commands: {
      'lookup-selection': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: 'Look up the selected text, or what the caret is in',
      },
      'next-code': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: 'Go to the next code on this page',
      },
      'previous-code': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: 'Go to the previous code on this page',
      },
      'pin-card': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: 'Pin the open card, so that it stays',
      },
    },
    ...(browser !== 'firefox' && { minimum_chrome_version: String(CHROME) }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'dxlens@dxlens.example',
          strict_min_version: `${FIREFOX}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
