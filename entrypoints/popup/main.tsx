import { HostAccess } from '../../components/access/HostAccess';
import { canReadFrontTab } from '../../components/search/front-tab';
import { SiteSwitch } from '../../components/search/SiteSwitch';
import { startLookupApp } from '../../components/search/start';

void startLookupApp(
  'popup',
  <>
    <HostAccess isEnough={canReadFrontTab} />
    <SiteSwitch />
  </>,
);
