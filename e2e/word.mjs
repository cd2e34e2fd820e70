// Word and PDF files for the journeys, written here: nothing in them is anybody's.
import { Buffer } from 'node:buffer';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file as a picked file: paragraphs one below the other, with a line at the top of each page. */
export function wordFile(name, paragraphs, head = '') {
  const body = paragraphs.map(words => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('');
  const part = (element, inner) => `<w:${element} xmlns:w="w">${inner}</w:${element}>`;
  const relations = (kind, target) =>
    `<Relationships><Relationship Id="r1" Type="${RELATIONS}/${kind}" Target="${target}"/></Relationships>`;
  const buffer = stored({
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relations('header', 'header1.xml'),
    'word/header1.xml': part('hdr', `<w:p><w:r><w:t>${head}</w:t></w:r></w:p>`),
  });
  return { name, mimeType: 'application/octet-stream', buffer };
}

/** A PDF of one page on which nothing is written, as a picked file. */
export function scanFile(name) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    '<< /Length 22 >>\nstream\n100 100 300 400 re f\n\nendstream',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, number) => {
    const place = text.length;
    text += `${number + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') };
}

/** A zip file whose entries are not deflated. */
function stored(files) {
  const entries = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const sums = Buffer.alloc(12);
    sums.writeUInt32LE(crc32(data), 0);
    sums.writeUInt32LE(data.length, 4);
    sums.writeUInt32LE(data.length, 8);
    const length = Buffer.alloc(2);
    length.writeUInt16LE(path.length);
    const none = bytes => Buffer.alloc(bytes);
    const entry = [mark(0x04034b50), Buffer.from([20, 0]), none(8), sums, length, none(2), path, data];
    const place = mark(offset);
    central.push(mark(0x02014b50), Buffer.from([20, 0, 20, 0]), none(8), sums, length, none(12), place, path);
    entries.push(...entry);
    offset += Buffer.concat(entry).length;
  }
  const list = Buffer.concat(central);
  const count = Buffer.alloc(4);
  count.writeUInt16LE(Object.keys(files).length, 0);
  count.writeUInt16LE(Object.keys(files).length, 2);
  const end = [mark(0x06054b50), Buffer.alloc(4), count, mark(list.length), mark(offset), Buffer.alloc(2)];
  return Buffer.concat([...entries, list, ...end]);
}

function mark(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

function crc32(data) {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
