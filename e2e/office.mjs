// Opens the files that the app has written as people do: the archive, and its papers in LibreOffice, on pages.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

import { SCRATCH } from './browsers.mjs';

/** What opens papers, and tells what stands on their pages. */
const PROGRAMS = ['soffice', 'pdftotext'];
const DEFLATED = 8;

/** The files of a zip archive, by name. */
export function unzip(archive) {
  const files = new Map();
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  assert.ok(end > 0, 'an archive has an end');
  let entry = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map(at => archive.readUInt16LE(entry + at));
    const name = archive.toString('utf8', entry + 46, entry + 46 + nameBytes);
    const local = archive.readUInt32LE(entry + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(begin, begin + archive.readUInt32LE(entry + 20));
    files.set(name, archive.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(packed) : packed);
    entry += 46 + nameBytes + extraBytes + commentBytes;
  }
  return files;
}

/**
 * Opens papers of an archive and looks for lines on their pages: `expected` has a list of lines for each kind of paper
 * (`bien-ban`), in their order, whatever is between words. Says so when there is nothing here to open them with.
 */
export function assertPapers(archive, expected) {
  const missing = PROGRAMS.filter(program => !isInstalled(program));
  if (missing.length > 0) {
    console.error(`NOT TESTED: no paper is opened in LibreOffice; missing: ${missing.join(', ')}`);
    return;
  }
  const texts = open(unzip(archive), Object.keys(expected));
  for (const [kind, lines] of Object.entries(expected)) assertShows(kind, texts.get(kind), lines);
}

function isInstalled(program) {
  return process.env.PATH.split(path.delimiter).some(folder => fs.existsSync(path.join(folder, program)));
}

/** What stands on the pages of each kind of paper. All are converted at once: the program takes long to start. */
function open(files, kinds) {
  const folder = fs.mkdtempSync(path.join(SCRATCH, 'papers-'));
  for (const kind of kinds) {
    const name = [...files.keys()].find(name => name.includes(`_${kind}_`) && name.endsWith('.docx'));
    assert.ok(name, `the archive holds ${kind} among ${[...files.keys()].join(', ')}`);
    fs.writeFileSync(path.join(folder, `${kind}.docx`), files.get(name));
  }
  // With a profile of its own it runs beside one that is open, and with nobody's settings.
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const papers = kinds.map(kind => `${kind}.docx`);
  const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...papers];
  execFileSync('soffice', convert, { cwd: folder, stdio: 'ignore' });
  const text = kind => execFileSync('pdftotext', ['-layout', `${kind}.pdf`, '-'], { cwd: folder, encoding: 'utf8' });
  return new Map(kinds.map(kind => [kind, text(kind)]));
}

function assertShows(kind, text, lines) {
  // Between justified words there is more than one space, and sometimes one inside of a word.
  const dense = words => words.normalize('NFC').replace(/\s+/g, '');
  let rest = dense(text);
  for (const line of lines) {
    const at = rest.indexOf(dense(line));
    assert.ok(at >= 0, `${kind}: "${line}" is missing or out of place in\n${text}`);
    rest = rest.slice(at + dense(line).length);
  }
}
