// The sample branch: who is in it, and the same branch on a data host, with people who hold devices.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { XTASK } from './server.mjs';

const SCRIPT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../public/sample/branch.txt');

/** Its members as `{ name, office, standing }`, in the order of the script. */
export const MEMBERS = fs.readFileSync(SCRIPT, 'utf8').split('\n').filter(line => line.startsWith('member ')).map(line => {
  const [, name, office, standing] = line.split('|').map(field => field.trim());
  return { name, office, standing };
});

/**
 * Lays the sample branch onto the data host of the stage; gives the links `{ member, secretary }`, which open
 * their handbooks on as many devices as one likes.
 */
export async function hostSample(stage) {
  const { app, data, folder, tokens } = stage.server;
  const where = ['--data', folder, '--app-url', app, '--data-url', data];
  const printed = execFileSync(XTASK, ['sample', ...where], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  fs.appendFileSync(tokens, fs.readFileSync(path.join(folder, 'tokens.map')));
  // The server knows the new branch from its next start on.
  await stage.server.restart();
  const [member, secretary] = printed.match(/\S+#\S+/g);
  return { member, secretary };
}
