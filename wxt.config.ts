import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  webExt: { disabled: true },
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('release.zip');
    },
    // The release is read by our own pages and worker only, so it ships as a plain file, not web-accessible.
    'build:publicAssets': (_wxt, files) => {
      files.push({ absoluteSrc: resolve('data/icd10cm/release.zip'), relativeDest: 'release.zip' });
    },
  },
  manifest: ({ browser }) => ({
    name: 'Dx Lens: ICD-10-CM codes explained',
    short_name: 'Dx Lens',
    permissions: ['contextMenus', 'storage'],
    omnibox: { keyword: 'icd' },
    commands: {
      'lookup-selection': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: 'Look up the selected text in Dx Lens',
      },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'dxlens@dxlens.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
