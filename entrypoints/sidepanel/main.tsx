import { browser } from 'wxt/browser';
import { panelQuery } from '../../components/pending-query';
import { startLookupApp } from '../../components/search/start';

const { id } = await browser.windows.getCurrent();
await startLookupApp('panel', undefined, { take: () => panelQuery.take(id), watch: panelQuery.watch });
