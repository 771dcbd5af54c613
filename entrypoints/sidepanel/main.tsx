import { browser } from 'wxt/browser';
import { HostAccess } from '../../components/access/HostAccess';
import { panelQuery } from '../../components/pending-query';
import { canReadFrontTab } from '../../components/search/front-tab';
import { startLookupApp } from '../../components/search/start';

const { id } = await browser.windows.getCurrent();
await startLookupApp('panel', <HostAccess isEnough={canReadFrontTab} />, {
  take: () => panelQuery.take(id),
  watch: panelQuery.watch,
});
