import { startLookupApp } from '../../components/search/start';

void startLookupApp();
