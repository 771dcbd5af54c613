/**
 * Writes to standard output, waiting until its reader has taken it.
 * @returns false when the reader has gone (`… | head`): there is nothing left to do, and no error
 */
export function writeOut(text: string): Promise<boolean> {
  listenForErrors();
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error == null) resolve(true);
      else if (isReaderGone(error)) resolve(false);
      else reject(error);
    });
  });
}

let listening = false;

/** A failed write is also an event, which ends the process where nobody listens; the callback has the error. */
function listenForErrors(): void {
  if (listening) return;
  listening = true;
  process.stdout.on('error', (error) => {
    if (!isReaderGone(error)) process.exitCode = 1;
  });
}

function isReaderGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}
