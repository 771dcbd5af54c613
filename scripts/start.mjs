/**
 * `npm start`: shows Dx Lens in a browser, from a fresh clone on.
 * Until the dependencies are there this file has nothing but Node; then it hands over to lib/start.ts.
 */
import { prepare } from './lib/prepare.mjs';

prepare()
  .then(() => import('./lib/start.ts'))
  .then(({ start }) => start(process.argv.slice(2)))
  .catch((error) => {
    console.error(`\nnpm start: ${error.message}`);
    if (error.cause) console.error(error.cause);
    process.exitCode = 1;
  });
