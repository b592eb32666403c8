// PouchDB to express-pouchdb to PouchDB over 127.0.0.1, leveldb on all three sides: push, pull, nothing new.
// Runs in the folder where npm installed. node pouchdb.cjs DOCUMENTS ROUNDS BATCH, or with "serve FOLDER" as the server.
'use strict';
const { createRequire } = require('node:module');
const { fork } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const here = createRequire(path.join(process.cwd(), 'package.json'));
const PouchDB = here('pouchdb');

function serve(folder) {
  const Stored = PouchDB.defaults({ prefix: folder + path.sep });
  const service = here('express')();
  const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: path.join(folder, 'log') };
  service.use('/', here('express-pouchdb')(Stored, options));
  const listening = service.listen(0, '127.0.0.1', () => process.send(listening.address().port));
  process.on('disconnect', () => process.exit(0));
}

// As long as one contact.leg_vast with its note: a dozen fields, some 300 bytes.
function contact(number) {
  const digits = String(number).padStart(12, '0');
  return {
    _id: `contact-${(number * 2654435761) % 4294967296}-${digits}`,
    werkgever_id: `0197-${digits}-${(number * 7919) % 2000}`,
    datum: `2026-11-${String(1 + (number % 18)).padStart(2, '0')}`,
    kanaal: ['bezoek', 'telefoon', 'e-mail'][number % 3],
    richting: 'wij', contact_gelukt: true, buiten_regie: false, vertrouwelijk: false,
    medewerker_id: `mw-${number % 40}`, versie: 1, gewijzigd_op: '2026-11-20T09:10:00Z',
    notitie: `Rondleiding ${digits} in de nieuwe hal, vanaf januari twee mensen voor de inpak, terugbellen.`,
  };
}

async function timed(work) {
  const begin = process.hrtime.bigint();
  const result = await work();
  return [Number(process.hrtime.bigint() - begin) / 1e9, result];
}

async function round(count, batch, times) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'wr-bench-pouch-'));
  fs.mkdirSync(path.join(root, 'centre'));
  const server = fork(__filename, ['serve', path.join(root, 'centre')]);
  try {
    const port = await new Promise((resolve, reject) => { server.once('message', resolve); server.once('exit', reject); });
    const centre = new PouchDB(`http://127.0.0.1:${port}/regio`);
    const [one, two] = ['een', 'twee'].map((name) => new PouchDB(path.join(root, name)));
    await Promise.all([centre.info(), one.info(), two.info()]);
    for (let start = 0; start < count; start += 500) {
      const size = Math.min(500, count - start);
      await one.bulkDocs(Array.from({ length: size }, (_, at) => contact(start + at)));
    }
    const options = { batch_size: batch };
    const [up, sent] = await timed(() => one.replicate.to(centre, options));
    const [down, got] = await timed(() => two.replicate.from(centre, options));
    const [nothing] = await timed(() => two.replicate.from(centre, options));
    const held = (await two.info()).doc_count;
    if (sent.docs_written !== count || got.docs_written !== count || held !== count) throw new Error('rows are missing');
    times.push_s.push(up); times.pull_s.push(down); times.empty_s.push(nothing);
    await Promise.all([one.close(), two.close()]);
  } finally {
    server.disconnect();
    fs.rmSync(root, { recursive: true, force: true });
  }
}

async function main([count, rounds, batch]) {
  const times = { push_s: [], pull_s: [], empty_s: [] };
  for (let at = 0; at < rounds; at += 1) await round(Number(count), Number(batch), times);
  const version = here('pouchdb/package.json').version;
  console.log(JSON.stringify({ peer: `PouchDB ${version}, node ${process.versions.node}`, batch, ...times }));
  process.exit(0);
}

if (process.argv[2] === 'serve') serve(process.argv[3]);
else main(process.argv.slice(2)).catch((error) => { console.error(error); process.exit(1); });
