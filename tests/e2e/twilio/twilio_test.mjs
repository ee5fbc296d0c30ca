// Twilio's published library signs a client's texts; the running program accepts them, and nothing that is signed
// otherwise. What it answers is the very XML that the library would have written.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import twilio from 'twilio';

const token = '0123456789abcdef'.repeat(2);
const account = `AC${'f'.repeat(32)}`;
const publicUrl = 'https://bot.example/sms/twilio';
const folder = mkdtempSync(join(tmpdir(), 'tulay-twilio-'));
let program;
let origin;

before(async () => {
  writeFileSync(join(folder, 'secret'), `${token}\n`);
  writeFileSync(join(folder, 'tulay.toml'), `[sms]\ngateway = 'twilio'\naccount = '${account}'\nsecret_file = 'secret'
public_url = '${publicUrl}'\nnumbers = ['+12135550199']\ncarrier_replies = 'no'\n`);
  program = spawn(process.env.TULAY_PROGRAM, ['serve', '--demo', '--listen.port', '0', '--data.dir', process.env.TULAY_DATA,
    '--log.level', 'error'], { cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  origin = await new Promise((resolve, reject) => {
    let said = '';
    program.stdout.on('data', (bytes) => {
      said += bytes;
      const found = /listening on (\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    program.on('exit', () => reject(new Error(`the program did not start: ${said}`)));
  });
});

after(() => {
  program.kill();
  rmSync(folder, { recursive: true });
});

let texts = 0;

/// A client's text with every field that Twilio sends.
function fieldsOf(body, more = {}) {
  texts += 1;
  const sid = `SM${String(texts).padStart(32, '0')}`;
  return { ToCountry: 'US', ToState: 'CA', SmsMessageSid: sid, NumMedia: '0', ToCity: '', FromZip: '90012', SmsSid: sid,
    FromState: 'CA', SmsStatus: 'received', FromCity: 'LOS ANGELES', Body: body, FromCountry: 'US', To: '+12135550199',
    ToZip: '', NumSegments: '1', MessageSid: sid, AccountSid: account, From: `+1213555${1000 + texts}`, ApiVersion: '2010-04-01', ...more };
}

async function post(fields, signature) {
  const answer = await fetch(`${origin}/sms/twilio`, { method: 'POST', body: new URLSearchParams(fields),
    headers: signature ? { 'X-Twilio-Signature': signature } : {} });
  return { status: answer.status, type: answer.headers.get('Content-Type'), body: await answer.text() };
}

const signed = (fields, url = publicUrl, key = token) => post(fields, twilio.getExpectedTwilioSignature(key, url, fields));

/// The texts of a TwiML answer, read by a strict parser; they must be what the library makes of them.
function messagesOf(xml) {
  const stop = (level, message) => { throw new Error(`${level}: ${message}`); };
  const document = new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml');
  assert.equal(document.documentElement.tagName, 'Response');
  const texts = [...document.documentElement.childNodes].map((node) => {
    assert.equal(node.tagName, 'Message');
    return node.textContent;
  });
  const response = new twilio.twiml.MessagingResponse();
  for (const text of texts) response.message(text);
  const again = new DOMParser({ onError: stop }).parseFromString(response.toString(), 'text/xml');
  assert.deepEqual([...again.documentElement.childNodes].map((node) => node.textContent), texts);
  return texts;
}

for (const words of ['Can my parole be extended?', '¿Cuánto cuesta el re-parole? ñ é ü', 'Magkano po ang bayad?',
  'a & b <c> "d" + e = f %20', '💬 emoji', 'two\nlines', '1 234', ' blanks around ']) {
  test(`what the library signs is answered in TwiML: ${JSON.stringify(words)}`, async () => {
    const answer = await signed(fieldsOf(words));
    assert.equal(answer.status, 200);
    assert.match(answer.type, /^text\/xml/);
    const texts = messagesOf(answer.body);
    assert.equal(texts.length, 1);
    assert.ok(texts[0].length > 0 && texts[0].length <= 459);
  });
}

test('the library says of the same requests that they are genuine', () => {
  const fields = fieldsOf('hello');
  assert.ok(twilio.validateRequest(token, twilio.getExpectedTwilioSignature(token, publicUrl, fields), publicUrl, fields));
});

test('Twilio signs with the port, too', async () => {
  assert.equal((await signed(fieldsOf('hello'), 'https://bot.example:443/sms/twilio')).status, 200);
});

test('another token, another URL, a changed field, no signature: 403 with nothing in it', async () => {
  const fields = fieldsOf('hello');
  const signature = twilio.getExpectedTwilioSignature(token, publicUrl, fields);
  for (const answer of [await signed(fields, publicUrl, 'f'.repeat(32)), await signed(fields, `${publicUrl}/`),
    await post({ ...fields, Body: 'hallo' }, signature), await post({ ...fields, More: '1' }, signature), await post(fields)]) {
    assert.equal(answer.status, 403);
    assert.equal(answer.body, '');
  }
});

test('a text delivered twice has the same answer, an opt-out one confirmation and then silence', async () => {
  const fields = fieldsOf('hello');
  assert.equal((await signed(fields)).body, (await signed(fields)).body);
  const from = '+12135559999';
  assert.equal(messagesOf((await signed(fieldsOf('STOP', { From: from }))).body).length, 1);
  assert.equal(messagesOf((await signed(fieldsOf('how much is the fee', { From: from }))).body).length, 0);
});

test('a delivery report that the library signs is taken', async () => {
  const fields = { AccountSid: account, MessageSid: 'SM1', MessageStatus: 'delivered', To: '+12135551000', From: '+12135550199' };
  const answer = await fetch(`${origin}/sms/twilio/status`, { method: 'POST', body: new URLSearchParams(fields),
    headers: { 'X-Twilio-Signature': twilio.getExpectedTwilioSignature(token, `${publicUrl}/status`, fields) } });
  assert.equal(answer.status, 200);
});
