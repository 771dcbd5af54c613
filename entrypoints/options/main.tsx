import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/page.css';
import '../../components/card/card.css';
import '../content/marking/marks.css';
import { followAppearance } from '../../components/appearance';
import { OptionsPage } from '../../components/options/OptionsPage';

const app = document.getElementById('app');
if (!app) throw new Error('this page has no element for its content');
followAppearance();
render(<OptionsPage openImporter={openImporter} />, app);

// The bundler finds the worker by this very expression.
function openImporter(): Worker {
  return new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
}
