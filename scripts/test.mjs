/**
 * `npm test [-- part …]`: installs what is missing, then runs all checks and tests, or the named parts.
 * Until the dependencies are there this file has nothing but Node; then it hands over to lib/test.ts.
 */
import { prepare } from './lib/prepare.mjs';

prepare()
  .then(() => import('./lib/test.ts'))
  .then(({ test }) => test(process.argv.slice(2)))
  .then((exitCode) => {
    process.exitCode = exitCode;
  })
  .catch((error) => {
    console.error(`\nnpm test: ${error.message}`);
    if (error.cause) console.error(error.cause);
    process.exitCode = 1;
  });
