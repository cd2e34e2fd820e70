// The data host and the app host as anyone on the network sees them: who may do what to which folder, and what
// every answer says in its headers. Plain requests to the real server; no browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { startServer } from './server.mjs';

const DEPLOY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../deploy');
const OURS = '0123456789abcdef0123456789abcdef';
const THEIRS = 'fedcba9876543210fedcba9876543210';
const STRANGE = '00000000000000000000000000000000';
const TOKENS = { [OURS]: token(), [THEIRS]: token() };
const CALLERS = {
  'no token': undefined,
  'a wrong token': `Bearer ${token()}`,
  "another branch's token": `Bearer ${TOKENS[THEIRS]}`,
  'half a token': `Bearer ${TOKENS[OURS].slice(0, 20)}`,
  'the bare token': TOKENS[OURS],
};
const SECRETARY = `Bearer ${TOKENS[OURS]}`;

function token() {
  return randomBytes(32).toString('base64url');
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

let server;
let dist;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'so-tay-hosting-'));

before(async () => {
  dist = path.join(scratch, 'dist');
  fs.mkdirSync(dist);
  fs.writeFileSync(path.join(dist, 'index.html'), '<!doctype html><title>page</title>');
  fs.writeFileSync(path.join(dist, 'sw.js'), 'self');
  fs.writeFileSync(path.join(dist, 'boot.mjs'), 'export {}');
  fs.writeFileSync(path.join(dist, 'app-0123456789abcdef.wasm'), 'wasm');
  fs.writeFileSync(path.join(dist, 'base-0123456789abcdef.css'), 'plain');
  fs.writeFileSync(path.join(dist, 'base-0123456789abcdef.css.gz'), gzipSync('plain'));
  fs.writeFileSync(path.join(dist, '.hidden'), 'hidden');
  server = await startServer({ dist, tokens: TOKENS });
});

after(async () => {
  await server.stop();
  fs.rmSync(scratch, { recursive: true });
});

/** Sends one request with the path exactly as given and resolves to `{ status, headers, body }`. */
function ask(method, url, { token: authorization, body, headers = {}, origin = server.app, base = server.data } = {}) {
  const { hostname, port } = new URL(base);
  const sent = { ...headers };
  if (origin) sent.origin = origin;
  if (authorization) sent.authorization = authorization;
  if (body !== undefined) sent['content-length'] ??= Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path: url, headers: sent, agent: false }, response => {
      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const status = async (...request) => (await ask(...request)).status;

/** Puts a new file into the drop of a branch and returns its name. */
async function drop(content = randomBytes(16), folder = OURS) {
  const name = sha256(content);
  const answer = await ask('PUT', `/drop/${folder}/${name}`, { body: content });
  assert.equal(answer.status, 201);
  return name;
}

async function list(folder = OURS) {
  const answer = await ask('GET', `/inbox/${folder}/`, { token: `Bearer ${TOKENS[folder]}` });
  assert.equal(answer.status, 200);
  return JSON.parse(answer.body).map(file => file.name);
}

describe('feed', () => {
  test('the secretary publishes, anyone with the link reads', async () => {
    const pack = randomBytes(2000);
    const name = sha256(pack);
    assert.equal(await status('PUT', `/feed/${OURS}/${name}`, { token: SECRETARY, body: pack }), 201);
    assert.equal(await status('PUT', `/feed/${OURS}/head`, { token: SECRETARY, body: 'first' }), 201);
    const read = await ask('GET', `/feed/${OURS}/${name}`);
    assert.equal(read.status, 200);
    assert.equal(read.headers['content-length'], '2000');
    assert.equal(await status('HEAD', `/feed/${OURS}/${name}`), 200);
    assert.equal(read.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.ok(read.headers.etag);
  });

  test('a head replaced within one second and by the same length is read as the new one', async () => {
    for (const content of ['aaaa', 'bbbb', 'cccc']) {
      assert.ok([201, 204].includes(await status('PUT', `/feed/${OURS}/head`, { token: SECRETARY, body: content })));
      const first = await ask('GET', `/feed/${OURS}/head`);
      assert.equal(first.body, content);
      assert.equal(first.headers['cache-control'], 'no-cache');
      assert.equal(first.headers.etag, undefined);
      const again = { 'if-modified-since': first.headers['last-modified'] ?? new Date().toUTCString() };
      assert.equal(await status('GET', `/feed/${OURS}/head`, { headers: again }), 200);
    }
  });

  test('without the right token nothing is published', async () => {
    for (const name of ['head', sha256('unwanted')]) {
      const before = await ask('GET', `/feed/${OURS}/${name}`);
      for (const [caller, authorization] of Object.entries(CALLERS)) {
        const answer = await ask('PUT', `/feed/${OURS}/${name}`, { token: authorization, body: 'unwanted' });
        assert.equal(answer.status, 403, `${caller}, ${name}`);
      }
      const now = await ask('GET', `/feed/${OURS}/${name}`);
      assert.deepEqual([now.status, now.body], [before.status, before.body]);
    }
  });

  test('nothing is listed, deleted, copied, moved or made, not even with the token', async () => {
    await ask('PUT', `/feed/${OURS}/head`, { token: SECRETARY, body: 'kept' });
    assert.equal(await status('GET', `/feed/${OURS}/`, { token: SECRETARY }), 404);
    assert.equal(await status('GET', `/feed/${OURS}`, { token: SECRETARY }), 404);
    assert.equal(await status('GET', '/feed/', { token: SECRETARY }), 404);
    for (const method of ['DELETE', 'MKCOL', 'COPY', 'MOVE', 'POST', 'PATCH', 'PROPFIND']) {
      const headers = { destination: `${server.data}/feed/${OURS}/${sha256('elsewhere')}` };
      assert.equal(await status(method, `/feed/${OURS}/head`, { token: SECRETARY, headers }), 405, method);
    }
    assert.equal(await status('MKCOL', `/feed/${OURS}/new/`, { token: SECRETARY }), 404);
    assert.equal((await ask('GET', `/feed/${OURS}/head`)).body, 'kept');
    assert.equal(await status('GET', `/feed/${OURS}/${sha256('elsewhere')}`), 404);
  });

  test('only head and hashes are names', async () => {
    const hash = sha256('x');
    const refused = ['heads', 'HEAD', 'index.html', hash.toUpperCase(), hash.slice(1), `${hash}0`, `${hash}%0a`, `${hash}.js`];
    for (const name of refused) {
      assert.equal(await status('PUT', `/feed/${OURS}/${name}`, { token: SECRETARY, body: 'x' }), 404, name);
    }
  });

  test('a part of a file is never written', async () => {
    const headers = { 'content-range': 'bytes 0-3/10' };
    assert.equal(await status('PUT', `/feed/${OURS}/head`, { token: SECRETARY, body: 'part', headers }), 400);
  });

  test('a file above 30 MB is refused before it is sent', async () => {
    const url = `/feed/${OURS}/${sha256('large')}`;
    const headers = { 'content-length': 30 * 1024 * 1024 + 1 };
    assert.equal(await statusBeforeBody('PUT', url, { ...headers, authorization: SECRETARY }), 413);
    assert.equal(await status('GET', url), 404);
  });

  test('a folder that the host did not make does not exist', async () => {
    assert.equal(await status('PUT', `/feed/${STRANGE}/head`, { token: SECRETARY, body: 'x' }), 404);
    assert.equal(await status('GET', `/feed/${STRANGE}/head`), 404);
    assert.equal(fs.existsSync(path.join(server.folder, 'feed', STRANGE)), false);
  });
});

describe('drop', () => {
  test('anyone with the link adds a new file, once', async () => {
    const name = await drop('a message');
    const again = { body: 'another' };
    assert.equal(await status('PUT', `/drop/${OURS}/${name}`, again), 409);
    assert.equal(await status('PUT', `/drop/${OURS}/${name}`, { ...again, token: SECRETARY }), 409);
    const answer = await ask('GET', `/inbox/${OURS}/${name}`, { token: SECRETARY });
    assert.equal(answer.body, 'a message');
  });

  test('nothing is read, listed, deleted, copied or moved, not even with the token', async () => {
    const name = await drop();
    for (const method of ['GET', 'HEAD', 'DELETE', 'COPY', 'MOVE', 'MKCOL', 'POST', 'PATCH', 'PROPFIND']) {
      for (const authorization of [undefined, SECRETARY]) {
        const headers = { destination: `${server.data}/drop/${OURS}/${sha256('elsewhere')}` };
        assert.equal(await status(method, `/drop/${OURS}/${name}`, { token: authorization, headers }), 405, method);
      }
    }
    for (const url of [`/drop/${OURS}/`, `/drop/${OURS}`, '/drop/', `/drop/${OURS}/${name}/`]) {
      assert.equal(await status('GET', url, { token: SECRETARY }), 404, url);
      assert.equal(await status('PUT', url, { token: SECRETARY, body: 'x' }), 404, url);
    }
    assert.ok((await list()).includes(name));
  });

  test('64 KiB is the most', async () => {
    await drop(randomBytes(64 * 1024));
    const large = randomBytes(64 * 1024 + 1);
    const url = `/drop/${OURS}/${sha256(large)}`;
    assert.equal(await statusBeforeBody('PUT', url, { 'content-length': large.length }), 413);
    assert.equal(await statusOfChunks(url, large), 413);
    assert.equal((await list()).includes(sha256(large)), false);
  });

  test('a part of a file is never written', async () => {
    const headers = { 'content-range': 'bytes 0-3/10' };
    assert.equal(await status('PUT', `/drop/${OURS}/${sha256('part')}`, { body: 'part', headers }), 400);
  });

  test('only lower-case hashes in a folder of the host are names', async () => {
    const hash = sha256('name');
    const refused = [
      `/drop/${OURS}/head`,
      `/drop/${OURS}/${hash.toUpperCase()}`,
      `/drop/${OURS.toUpperCase()}/${hash}`,
      `/drop/${OURS}/${hash}0`,
      // A name that ends in a line break could be written but never cleared.
      `/drop/${OURS}/${hash}%0a`,
      `/drop/${OURS}/sub/${hash}`,
      `/drop/${STRANGE}/${hash}`,
      `/drop/${hash}`,
      `/drop//${hash}`,
      `/bodies/${hash}`,
      `/${hash}`,
    ];
    for (const url of refused) assert.equal(await status('PUT', url, { body: 'x' }), 404, url);
    assert.equal(fs.existsSync(path.join(server.folder, 'drop', STRANGE)), false);
  });

  test('who sends too fast is told when to come back, and may then', async () => {
    const slow = await startServer({ dist, tokens: TOKENS });
    try {
      const send = () => {
        const body = randomBytes(16);
        return ask('PUT', `/drop/${OURS}/${sha256(body)}`, { body, base: slow.data, origin: slow.app });
      };
      const answers = await Promise.all(Array.from({ length: 300 }, send));
      const refused = answers.filter(answer => answer.status === 429);
      assert.ok(answers.filter(answer => answer.status === 201).length >= 60);
      assert.ok(refused.length > 0);
      assert.equal(refused[0].headers['retry-after'], '2');
      assert.equal(refused[0].headers['access-control-allow-origin'], slow.app);
      const wait = Number(refused[0].headers['retry-after']) * 1000;
      await new Promise(resolve => setTimeout(resolve, wait));
      assert.equal((await send()).status, 201);
    } finally {
      await slow.stop();
    }
  });
});

describe('inbox', () => {
  test('the secretary lists, reads and clears what was dropped', async () => {
    const name = await drop('for the secretary');
    assert.ok((await list()).includes(name));
    const read = await ask('GET', `/inbox/${OURS}/${name}`, { token: SECRETARY });
    assert.deepEqual([read.status, read.body], [200, 'for the secretary']);
    assert.equal(read.headers['cache-control'], 'no-store');
    assert.equal(await status('DELETE', `/inbox/${OURS}/${name}`, { token: SECRETARY }), 204);
    assert.equal(await status('DELETE', `/inbox/${OURS}/${name}`, { token: SECRETARY }), 404);
    assert.equal(await status('GET', `/inbox/${OURS}/${name}`, { token: SECRETARY }), 404);
    assert.equal((await list()).includes(name), false);
  });

  test('without the right token nothing is listed, read or cleared', async () => {
    const name = await drop();
    for (const [caller, authorization] of Object.entries(CALLERS)) {
      for (const method of ['GET', 'HEAD', 'DELETE', 'PUT', 'MOVE', 'COPY', 'PROPFIND']) {
        for (const url of [`/inbox/${OURS}/`, `/inbox/${OURS}/${name}`]) {
          assert.equal(await status(method, url, { token: authorization }), 403, `${caller}: ${method} ${url}`);
        }
      }
    }
    assert.ok((await list()).includes(name));
  });

  test('the folder itself is never deleted and nothing is written through it', async () => {
    const name = await drop();
    for (const method of ['DELETE', 'PUT', 'MKCOL', 'MOVE', 'COPY', 'POST']) {
      const headers = { destination: `${server.data}/inbox/${THEIRS}/`, depth: 'infinity' };
      assert.equal(await status(method, `/inbox/${OURS}/`, { token: SECRETARY, headers }), 405, method);
      if (method === 'DELETE') continue;
      assert.equal(await status(method, `/inbox/${OURS}/${name}`, { token: SECRETARY, headers }), 405, method);
    }
    for (const url of [`/inbox/${OURS}`, '/inbox/', '/inbox', `/inbox/${OURS}/${name}/`, `/inbox/${OURS}/head`]) {
      assert.equal(await status('DELETE', url, { token: SECRETARY }), 404, url);
      assert.equal(await status('GET', url, { token: SECRETARY }), 404, url);
    }
    assert.ok((await list()).includes(name));
  });

  test('each branch sees its own folder only', async () => {
    const ours = await drop();
    const theirs = await drop(randomBytes(16), THEIRS);
    assert.equal((await list(THEIRS)).includes(ours), false);
    assert.ok((await list(THEIRS)).includes(theirs));
    assert.equal(await status('GET', `/inbox/${OURS}/${theirs}`, { token: SECRETARY }), 404);
    assert.equal(await status('DELETE', `/inbox/${THEIRS}/${theirs}`, { token: SECRETARY }), 403);
  });
});

describe('tricks', () => {
  test('a path with dots or encoded signs reaches no further than the plain one', async () => {
    const name = await drop();
    const cases = [
      [`/feed/${OURS}/../../drop/${OURS}/${name}`, 405],
      [`/feed/${OURS}/%2e%2e/%2e%2e/drop/${OURS}/${name}`, 405],
      [`/feed/${OURS}/..%2f..%2fdrop/${OURS}/${name}`, 405],
      [`/inbox/${THEIRS}/../${OURS}/${name}`, 403],
      [`/inbox/${OURS}%2f${name}`, 403],
      [`/inbox/${OURS}/%2e%2e/`, 404],
      [`/inbox/${OURS}/..%2f${THEIRS}/`, 403],
      [`/feed/${OURS}/head%00`, 400],
      [`/feed/${OURS}/head%0a`, 404],
      [`/feed/${OURS}/head/`, 404],
      [`/feed/${OURS}/head%20`, 404],
      ['/../../etc/passwd', 400],
      ['/%2e%2e/%2e%2e/etc/passwd', 400],
      ['/feed/..%5c..%5cetc', 404],
      ['/bodies/', 404],
      ['/tokens.map', 404],
      ['/', 404],
    ];
    for (const [url, expected] of cases) assert.equal(await status('GET', url), expected, url);
  });

  test("another branch's token is worth nothing through a detour", async () => {
    const name = await drop();
    const theirs = { token: CALLERS["another branch's token"] };
    for (const url of [`/inbox/${THEIRS}/../${OURS}/${name}`, `/inbox/${THEIRS}/%2e%2e/${OURS}/${name}`]) {
      assert.equal(await status('GET', url, theirs), 403, url);
      assert.equal(await status('DELETE', url, theirs), 403, url);
    }
    assert.ok((await list()).includes(name));
  });

  test('a copy or a move into another folder is refused at both ends', async () => {
    const name = await drop();
    for (const method of ['COPY', 'MOVE']) {
      for (const to of [`/feed/${OURS}/head`, `/drop/${THEIRS}/${name}`]) {
        const headers = { destination: `${server.data}${to}` };
        assert.equal(await status(method, `/inbox/${OURS}/${name}`, { token: SECRETARY, headers }), 405);
      }
    }
    assert.equal((await list(THEIRS)).includes(name), false);
  });
});

describe('what a browser is told', () => {
  test('every answer of the data host, an error too, can be read by the app and by no other page', async () => {
    const name = await drop();
    const requests = [
      [200, 'GET', `/inbox/${OURS}/`, { token: SECRETARY }],
      [200, 'GET', `/inbox/${OURS}/${name}`, { token: SECRETARY }],
      [403, 'GET', `/inbox/${OURS}/`, {}],
      [403, 'PUT', `/feed/${OURS}/head`, { body: 'x' }],
      [404, 'GET', `/feed/${OURS}/${sha256('absent')}`, {}],
      [404, 'GET', '/nothing', {}],
      [405, 'DELETE', `/feed/${OURS}/head`, {}],
      [409, 'PUT', `/drop/${OURS}/${name}`, { body: 'x' }],
      [201, 'PUT', `/drop/${OURS}/${sha256(randomBytes(9))}`, { body: 'x' }],
    ];
    for (const [expected, method, url, options] of requests) {
      const what = `${method} ${url}`;
      const answer = await ask(method, url, options);
      assert.equal(answer.status, expected, what);
      assert.equal(answer.headers['access-control-allow-origin'], server.app, what);
      assert.equal(answer.headers.vary, 'Origin', what);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff', what);
      assert.match(answer.headers['content-security-policy'], /\bsandbox\b/, what);
      assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin', what);
      const foreign = await ask(method, url, { ...options, origin: 'https://elsewhere.example' });
      assert.equal(foreign.headers['access-control-allow-origin'], undefined, what);
    }
    const kept = await ask('GET', `/inbox/${OURS}/${name}`, { token: SECRETARY });
    assert.equal(kept.headers['content-type'], 'application/octet-stream');
    const large = await headersBeforeBody('PUT', `/drop/${OURS}/${sha256('large')}`, { 'content-length': 70000 });
    assert.match(large, new RegExp(`^Access-Control-Allow-Origin: ${server.app}\r$`, 'm'));
  });

  test('a preflight names what is allowed in each folder', async () => {
    const name = sha256('any');
    const cases = [
      [`/feed/${OURS}/head`, 'GET, HEAD, PUT', /authorization/],
      [`/feed/${OURS}/${name}`, 'GET, HEAD, PUT', /authorization/],
      [`/drop/${OURS}/${name}`, 'PUT', /^content-type, if-none-match$/],
      [`/inbox/${OURS}/`, 'GET, HEAD', /authorization/],
      [`/inbox/${OURS}/${name}`, 'GET, HEAD, DELETE', /authorization/],
    ];
    const headers = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' };
    for (const [url, methods, allowed] of cases) {
      const answer = await ask('OPTIONS', url, { headers });
      assert.equal(answer.status, 204, url);
      assert.equal(answer.headers['access-control-allow-origin'], server.app, url);
      assert.equal(answer.headers['access-control-allow-methods'], methods, url);
      assert.match(answer.headers['access-control-allow-headers'], allowed, url);
      assert.equal(answer.headers['access-control-max-age'], '86400', url);
      const foreign = await ask('OPTIONS', url, { headers, origin: 'https://elsewhere.example' });
      assert.equal(foreign.headers['access-control-allow-origin'], undefined, url);
    }
  });
});

describe('the app', () => {
  const get = (url, headers) => ask('GET', url, { base: server.app, origin: undefined, headers });

  test('every answer carries the strict headers', async () => {
    for (const url of ['/', '/index.html', '/sw.js', '/app-0123456789abcdef.wasm', '/absent.js']) {
      const { headers } = await get(url);
      const policy = headers['content-security-policy'];
      assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/, url);
      assert.match(policy, /connect-src 'self' https: http:\/\/localhost:\*;/, url);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/, url);
      assert.equal(headers['referrer-policy'], 'no-referrer', url);
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin', url);
    }
  });

  test('a page may open no foreign window and ask for nothing but the camera', async () => {
    for (const url of ['/', '/index.html', '/sinh-hoat']) {
      const { headers } = await get(url);
      assert.match(headers['permissions-policy'], /^camera=\(self\), microphone=\(\)/, url);
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin', url);
    }
  });

  test('types are those that browsers insist on', async () => {
    assert.equal((await get('/app-0123456789abcdef.wasm')).headers['content-type'], 'application/wasm');
    assert.match((await get('/sw.js')).headers['content-type'], /^text\/javascript/);
    assert.match((await get('/boot.mjs')).headers['content-type'], /^text\/javascript/);
    assert.match((await get('/')).headers['content-type'], /^text\/html/);
  });

  test('only a name with a content hash is kept for good, and never a missing one', async () => {
    const good = await get('/app-0123456789abcdef.wasm');
    assert.equal(good.headers['cache-control'], 'public, max-age=31536000, immutable');
    const changing = await get('/sw.js');
    assert.equal(changing.headers['cache-control'], 'no-cache');
    const again = await get('/sw.js', { 'if-none-match': changing.headers.etag });
    assert.equal(again.status, 304);
    const missing = await get('/app-ffffffffffffffff.wasm');
    assert.deepEqual([missing.status, missing.headers['cache-control']], [404, 'no-cache']);
  });

  test('a page of the app is the app; a missing or hidden file is missing', async () => {
    for (const url of ['/', '/hop', '/hop/2026-10/diem-danh', '/thanh-lap?x=1']) {
      const page = await get(url);
      assert.equal(page.status, 200, url);
      assert.match(page.body, /<title>page<\/title>/, url);
      assert.equal(page.headers['cache-control'], 'no-cache', url);
    }
    for (const url of ['/absent.js', '/hop/absent.wasm', '/.hidden']) assert.equal((await get(url)).status, 404, url);
  });

  test('nothing can be written', async () => {
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const answer = await ask(method, '/sw.js', { base: server.app, body: 'x' });
      assert.equal(answer.status, 405, method);
    }
  });

  test('a compressed twin is sent to who takes it', async () => {
    const packed = await get('/base-0123456789abcdef.css', { 'accept-encoding': 'gzip' });
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.match(packed.headers.vary, /Accept-Encoding/);
    assert.equal((await get('/base-0123456789abcdef.css')).body, 'plain');
  });
});

describe('the host', () => {
  test('a hosting link opens the folder that it names', async () => {
    const data = path.join(scratch, 'hosted');
    const tokens = path.join(scratch, 'hosted.map');
    const env = { ...process.env, SO_TAY_DATA: data, SO_TAY_TOKENS: tokens, SO_TAY_OWNER: os.userInfo().username };
    const addresses = ['https://so-tay.example/', 'https://du-lieu.example/'];
    const output = execFileSync(path.join(DEPLOY, 'host.sh'), addresses, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const link = new URL(output.toString().trim());
    assert.equal(link.origin + link.pathname, 'https://so-tay.example/thanh-lap');
    const [version, base, folder, secret] = Buffer.from(link.hash.slice(1), 'base64url').toString().split(';');
    assert.deepEqual([version, base], ['v1', 'https://du-lieu.example']);
    assert.match(folder, /^[0-9a-f]{32}$/);
    assert.match(secret, /^[A-Za-z0-9_-]{43}$/);
    assert.doesNotMatch(link.hash, /=/);

    const hosted = await startServer({ dist, data, tokens });
    try {
      const options = { token: `Bearer ${secret}`, base: hosted.data, body: 'head' };
      assert.equal(await status('PUT', `/feed/${folder}/head`, options), 201);
      assert.equal(await status('PUT', `/feed/${folder}/head`, { ...options, token: SECRETARY }), 403);
    } finally {
      await hosted.stop();
    }
  });

  test('the app and the data of a link are never the same host', () => {
    const same = ['https://so-tay.example', 'https://so-tay.example/'];
    assert.throws(() => execFileSync(path.join(DEPLOY, 'host.sh'), same, { stdio: 'ignore' }));
  });

  test('a template without all its values is not filled in', () => {
    const render = values =>
      execFileSync(path.join(DEPLOY, 'render.sh'), [path.join(DEPLOY, 'nginx/data.conf'), ...values], {
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString();
    const values = ['listen=443 ssl', 'name=du-lieu.example', 'data=/srv/so-tay', 'log=/var/log/nginx/so-tay.log'];
    const rest = ['tokens=/etc/so-tay/tokens.map', 'app=https://so-tay.example'];
    assert.throws(() => render(values));
    assert.match(render([...values, ...rest]), /listen 443 ssl;\n {2}server_name du-lieu\.example;/);
  });

  test('after a power cut the same server comes back with what was stored', async () => {
    const cut = await startServer({ dist, tokens: TOKENS });
    try {
      const url = `/feed/${OURS}/head`;
      const base = cut.data;
      assert.equal(await status('PUT', url, { token: SECRETARY, body: 'stored', base }), 201);
      await cut.kill();
      await assert.rejects(ask('GET', url, { base }));
      await cut.restart();
      assert.equal(cut.data, base);
      assert.equal((await ask('GET', url, { base })).body, 'stored');
    } finally {
      await cut.stop();
    }
  });
});

/** Sends the head of a request only and resolves to the head of the answer: what a sender of too much sees. */
function headersBeforeBody(method, url, headers) {
  const { hostname, port } = new URL(server.data);
  const lines = Object.entries({ host: 'localhost', origin: server.app, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    let text = '';
    socket.on('error', reject);
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer before the body')));
    socket.on('data', chunk => {
      text += chunk;
      if (!text.includes('\r\n\r\n')) return;
      socket.destroy();
      resolve(text);
    });
    socket.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  });
}

async function statusBeforeBody(method, url, headers) {
  return Number((await headersBeforeBody(method, url, headers)).split(' ')[1]);
}

/** Sends a body without saying its length first. */
function statusOfChunks(url, body) {
  const { hostname, port } = new URL(server.data);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method: 'PUT', path: url, agent: false }, response => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.write(body.subarray(0, 1000));
    request.end(body.subarray(1000));
  });
}
