// A small door to pdf.js: open, draw a page, read its text. One worker for each open
// file, ended with it, so that a closed file leaves no memory behind.

import { getDocument, PDFWorker, VerbosityLevel } from '/pdf/pdf.min.mjs';

// The largest canvas that iOS still draws.
const CANVAS_PIXELS_MAX = 16_777_216;
// Readers accept a little rubbish before the header, and so do we.
const HEADER_WITHIN_BYTES = 1024;

/** Why a file cannot be read: `kind` is 'not-a-pdf', 'encrypted', 'broken', 'closed' or 'no-worker'. */
class ViewerError extends Error {
  constructor(kind, cause) {
    super(kind, { cause });
    this.kind = kind;
  }
}

const drawing = new WeakMap();

/**
 * Opens a file. The bytes are handed over to the worker and gone from the caller.
 * `sizes` holds [width, height] of each page in points, turned as it is read.
 */
export async function open(bytes) {
  if (!startsAsPdf(bytes)) {
    throw new ViewerError('not-a-pdf');
  }
  const handle = start(bytes);
  try {
    handle.file = await whileOpen(handle, handle.task.promise);
    handle.pages = handle.file.numPages;
    handle.sizes = await whileOpen(handle, pageSizes(handle.file));
    return handle;
  } catch (cause) {
    await close(handle);
    throw asViewerError(cause);
  }
}

/**
 * Draws page `number` (from 1) `width` pixels wide. A later call for the same canvas
 * stops this one. Resolves to true when the page is drawn, to false when it was stopped.
 */
export async function render(handle, number, canvas, width) {
  const token = {};
  await stop(canvas, token);
  try {
    const page = await whileOpen(handle, handle.file.getPage(number));
    if (drawing.get(canvas) !== token) {
      return false;
    }
    const natural = page.getViewport({ scale: 1 });
    const wanted = width / natural.width;
    const largest = Math.sqrt(CANVAS_PIXELS_MAX / (natural.width * natural.height));
    const viewport = page.getViewport({ scale: Math.min(wanted, largest) });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    token.task = page.render({ canvasContext: canvas.getContext('2d', { alpha: false }), viewport });
    await whileOpen(handle, token.task.promise);
    return drawing.get(canvas) === token;
  } catch (cause) {
    if (cause?.name === 'RenderingCancelledException' || cause?.kind === 'closed') {
      return false;
    }
    throw asViewerError(cause);
  }
}

/** Stops drawing page `number` and frees its pixels; for a page that left the window. */
export async function release(handle, number, canvas) {
  await stop(canvas, {});
  canvas.width = 0;
  canvas.height = 0;
  try {
    const page = await whileOpen(handle, handle.file.getPage(number));
    page.cleanup();
  } catch (cause) {
    throw asViewerError(cause);
  }
}

/** The text of page `number`, a line for each line on paper; empty for a scan. */
export async function text(handle, number) {
  try {
    const page = await whileOpen(handle, handle.file.getPage(number));
    const content = await whileOpen(handle, page.getTextContent());
    const parts = content.items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str));
    return parts.join('').normalize('NFC').trim();
  } catch (cause) {
    throw asViewerError(cause);
  }
}

/** What the file says about itself; a line that is missing is null. */
export async function metadata(handle) {
  try {
    const { info } = await whileOpen(handle, handle.file.getMetadata());
    const line = (name) => (typeof info[name] === 'string' ? info[name].normalize('NFC').trim() || null : null);
    return {
      title: line('Title'),
      author: line('Author'),
      subject: line('Subject'),
      keywords: line('Keywords'),
      producer: line('Producer'),
    };
  } catch (cause) {
    throw asViewerError(cause);
  }
}

/** Ends everything that is still going on for this file. */
export async function close(handle) {
  handle.end(new ViewerError('closed'));
  try {
    await handle.task.destroy();
  } finally {
    handle.worker.destroy();
    handle.port.terminate();
  }
}

function start(bytes) {
  const port = new Worker('/pdf/pdf.worker.min.mjs', { type: 'module' });
  const worker = new PDFWorker({ port, verbosity: VerbosityLevel.ERRORS });
  const task = getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const handle = { port, worker, task };
  handle.ended = new Promise((_, reject) => {
    handle.end = reject;
  });
  handle.ended.catch(() => {});
  port.addEventListener('error', () => handle.end(new ViewerError('no-worker')));
  return handle;
}

// pdf.js waits without end for a worker that did not load or is gone.
function whileOpen(handle, answer) {
  return Promise.race([handle.ended, answer]);
}

async function stop(canvas, next) {
  const task = drawing.get(canvas)?.task;
  drawing.set(canvas, next);
  if (task) {
    task.cancel();
    // pdf.js refuses a canvas until the drawing before has come to its end.
    await task.promise.catch(() => {});
  }
}

async function pageSizes(file) {
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await file.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      return [width, height];
    }),
  );
}

function startsAsPdf(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, HEADER_WITHIN_BYTES));
  return head.includes('%PDF-');
}

function asViewerError(cause) {
  if (cause instanceof ViewerError) {
    return cause;
  }
  return new ViewerError(cause?.name === 'PasswordException' ? 'encrypted' : 'broken', cause);
}
