import { render } from 'preact';
import '../../components/tokens.css';
import { ReleasePanel } from '../../components/options/ReleasePanel';

const app = document.getElementById('app');
if (!app) throw new Error('this page has no element for its content');
render(<ReleasePanel />, app);
