// The papers that a branch of these journeys publishes: a collection of real ones where it lies beside the checkout,
// else the samples that come with the app.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const COLLECTION = process.env.SO_TAY_PAPERS ?? path.join(HERE, '../../shared/corpus');
const SAMPLES = path.join(HERE, '../public/sample');

const files = fs.existsSync(COLLECTION)
  ? ['documents', 'articles'].flatMap(folder => filesIn(path.join(COLLECTION, folder)))
  : filesIn(SAMPLES).filter(file => path.basename(file) !== 'branch.txt');

/** Papers of fixed pages. */
export const PDFS = files.filter(file => file.endsWith('.pdf'));

/** Papers of plain text. */
export const TEXTS = files.filter(file => /\.(txt|md)$/.test(file));

/** The beginning of the first long line of a text that carries no markup. */
export function lineOf(file) {
  const lines = fs.readFileSync(file, 'utf8').normalize('NFC').split('\n').map(line => line.trim());
  return lines.find(line => line.length > 60 && !/[#*_|>[\]`]/.test(line)).slice(0, 50).trim();
}

function filesIn(folder) {
  return fs.readdirSync(folder).sort().map(name => path.join(folder, name));
}
