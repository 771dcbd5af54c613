import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/page.css';
import '../content/marking/marks.css';
import { followAppearance } from '../../components/appearance';
import { WelcomePage } from '../../components/welcome/WelcomePage';
import { PageCard } from '../content/card/page-card';
import { givePart } from '../content/handover';
import { startReader } from '../content/reader';
import { judgeOn } from '../content/weighing/judge';

const app = document.getElementById('app');
if (!app) throw new Error('this page has no element for its content');
followAppearance();
render(<WelcomePage />, app);

// Browsers put no content script into pages of extensions. So the page starts the same reader itself: the sample
// is marked and explained by what marks and explains the pages that are read.
givePart('card', (options) => new PageCard(options));
givePart('judge', judgeOn);
startReader('');
