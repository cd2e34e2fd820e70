// One real server for one scenario: the app and the data on two origins of their own. Cut off without warning by
// `kill`, brought back on the same ports with the same data by `restart`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DIST = process.env.SO_TAY_DIST ?? path.join(ROOT, 'dist');
/** The program that prepares and serves. */
export const XTASK = process.env.XTASK ?? path.join(ROOT, 'target/debug/xtask');

/**
 * Starts a server and resolves when it accepts connections.
 *
 * - `dist`: folder of the app; `SO_TAY_DIST` or the release build when left out.
 * - `data`: folder of the data; a new one, removed by `stop`, when left out.
 * - `tokens`: the branches of the data host, as `{ folder: token }` or as the path of a token map.
 *
 * Returns `{ app, data, folder, tokens, pid, kill, restart, stop }`: the two origins, the folder of the data, the path
 * of the token map, which is read at each start, the process that is the server, and
 *
 * - `kill()`: the power cut. What was stored stays.
 * - `restart()`: the same server again; `pid` is a new one.
 * - `stop()`: the end. Call it once, after each scenario, also after `kill`.
 */
export async function startServer({ dist = DIST, data, tokens } = {}) {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), 'so-tay-server-'));
  const folder = data ?? path.join(own, 'data');
  const map = tokenMap(tokens, own);

  let running = await launch(dist, folder, map, {});
  const server = {
    app: running.app,
    data: running.data,
    folder,
    tokens: map,
    pid: running.pid,
    async kill() {
      process.kill(running.pid, 'SIGKILL');
      await running.ended;
    },
    async restart() {
      running.close();
      await running.ended;
      running = await launch(dist, folder, map, { app: new URL(server.app).port, data: new URL(server.data).port });
      server.pid = running.pid;
    },
    async stop() {
      running.close();
      await running.ended;
      fs.rmSync(own, { recursive: true, force: true });
    },
  };
  return server;
}

function tokenMap(tokens, own) {
  if (typeof tokens === 'string') return tokens;
  const lines = Object.entries(tokens ?? {}).map(([folder, token]) => `"${folder}:Bearer ${token}" 1;\n`);
  const map = path.join(own, 'tokens.map');
  fs.writeFileSync(map, lines.join(''));
  return map;
}

async function launch(dist, data, map, ports) {
  const options = ['--dist', dist, '--data', data, '--tokens', map];
  if (ports.app) options.push('--app-port', ports.app);
  if (ports.data) options.push('--data-port', ports.data);
  const child = spawn(XTASK, ['nginx', ...options], { stdio: ['pipe', 'pipe', 'pipe'] });
  const complaints = [];
  child.stderr.on('data', chunk => complaints.push(chunk));
  const ended = once(child, 'close');
  const line = await Promise.race([once(createInterface(child.stdout), 'line').then(([first]) => first), ended]);
  const [, app, origin, pid] = /^listening app=(\S+) data=(\S+) pid=(\d+)$/.exec(line) ?? [];
  if (!pid) throw new Error(`the server did not start: ${Buffer.concat(complaints)}`);
  return { app, data: origin, pid: Number(pid), ended, close: () => child.stdin.end() };
}
