import { SiteSwitch } from '../../components/search/SiteSwitch';
import { startLookupApp } from '../../components/search/start';

void startLookupApp('popup', <SiteSwitch />);
