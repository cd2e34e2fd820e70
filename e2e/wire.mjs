// A network in front of a server: counts what goes over it and makes it as slow as a weak phone network. All requests
// of a phone go through it, those of its service worker too, which the browser's own throttling leaves out.
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as after } from 'node:timers/promises';

/** What a weak network still gives: 1.6 Mbit/s down, 150 ms there and back. */
export const WEAK = { kilobitsPerSecond: 1600, roundTripMs: 150 };

/** Sent at once on a shared line: about three packets, so that answers on the way at the same time share it. */
const SLICE_BYTES = 4096;

/** One line to a phone; every answer of every server behind it shares it. */
export class Wire {
  /** Every answer so far, in the order of its end: `{ origin, path, status, head, body }`, in bytes as sent. */
  answers = [];
  #bytesPerMs;
  #roundTripMs;
  #freeAt = 0;
  #servers = [];

  constructor({ kilobitsPerSecond, roundTripMs }) {
    this.#bytesPerMs = kilobitsPerSecond / 8;
    this.#roundTripMs = roundTripMs;
  }

  /** Puts the line in front of a server; resolves to the origin that the phone sees. */
  async before(origin) {
    const agent = new http.Agent({ keepAlive: true });
    const fresh = new WeakSet();
    const server = http.createServer(async (request, response) => {
      // A new connection costs a way there and back of its own.
      const trips = fresh.delete(request.socket) ? 2 : 1;
      await after(trips * this.#roundTripMs);
      const target = new URL(request.url, origin);
      const { method, headers } = request;
      const asked = request.pipe(http.request(target, { method, headers, agent }));
      asked.on('error', () => response.destroy());
      asked.on('response', answer => this.#deliver(origin, target.pathname, answer, response));
    });
    server.on('connection', socket => fresh.add(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.#servers.push({ server, agent });
    return `http://localhost:${server.address().port}`;
  }

  async close() {
    for (const { server, agent } of this.#servers) {
      server.closeAllConnections();
      server.close();
      agent.destroy();
      await once(server, 'close');
    }
  }

  async #deliver(origin, path, answer, response) {
    const head = answer.rawHeaders.reduce((bytes, text) => bytes + text.length + 2, 'HTTP/1.1 200 OK\r\n\r\n'.length);
    let body = 0;
    await this.#turn(head);
    response.writeHead(answer.statusCode, answer.rawHeaders);
    for await (const chunk of answer) {
      for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
        const slice = chunk.subarray(from, from + SLICE_BYTES);
        await this.#turn(slice.length);
        response.write(slice);
        body += slice.length;
      }
    }
    response.end();
    this.answers.push({ origin, path, status: answer.statusCode, head, body });
  }

  /** Waits until the line has carried so many bytes more. */
  async #turn(bytes) {
    const now = performance.now();
    this.#freeAt = Math.max(now, this.#freeAt) + bytes / this.#bytesPerMs;
    const wait = this.#freeAt - now;
    if (wait > 1) await after(wait);
  }
}
