// What goes wrong between a visitor and the server: nothing typed is lost, nothing is sent twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start, Visitor } from './stand.mjs';

let stand;
before(async () => { stand = await start(); });
after(() => stand?.stop());

const net = ['net::ERR', 'Failed to load resource', 'blocked by CORS'];

/// Answers the next request for a path by hand; later ones go to the server.
function once(visitor, path, answer) {
  return visitor.page.route(`**${path}`, answer, { times: 1 });
}
const refuse = (status, headers = {}) => (route) => route.fulfill({ status, contentType: 'application/problem+json', body: '{}',
  headers: { 'Access-Control-Allow-Origin': stand.origin, 'Access-Control-Expose-Headers': 'Retry-After', ...headers } });

async function turns(visitor) {
  const { token } = JSON.parse(await visitor.page.evaluate((base) => sessionStorage.getItem(`tulay:${base}`), stand.bot));
  const answer = await fetch(`${stand.bot}/v1/conversation`, { headers: { Authorization: `Bearer ${token}` } });
  return (await answer.json()).turns;
}

test('a message written without a connection is sent when there is one', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.context.setOffline(true);
  await visitor.input.fill('hello');
  await visitor.input.press('Enter');
  await visitor.bar.getByRole('button', { name: 'Try again' }).waitFor();
  await visitor.input.fill('How much does it cost?');
  await visitor.input.press('Enter');
  assert.equal(await visitor.page.locator('.pending').count(), 2);
  await visitor.context.setOffline(false);
  await visitor.answers().nth(1).waitFor();
  assert.equal(await visitor.bar.isVisible(), false);
  assert.equal(await visitor.page.locator('.pending').count(), 0);
  assert.deepEqual((await turns(visitor)).map((turn) => turn.message), ['hello', 'How much does it cost?']);
  await visitor.leave(...net);
});

test('an answer lost on its way is asked for again and is no second turn', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.say('hello');
  await once(visitor, '/v1/chat', async (route) => {
    await route.fetch(); // the server has it
    await route.abort();
  });
  await visitor.input.fill('How much does it cost?');
  await visitor.input.press('Enter');
  await visitor.bar.getByRole('button', { name: 'Try again' }).click();
  await visitor.answers().nth(1).waitFor();
  assert.equal((await turns(visitor)).length, 2);
  assert.equal(await visitor.questions().count(), 2);
  await visitor.leave(...net);
});

test('the same after a reload: what was lost comes with the history, once', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.say('hello');
  await once(visitor, '/v1/chat', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await visitor.input.fill('How much does it cost?');
  await visitor.input.press('Enter');
  await visitor.bar.getByRole('button', { name: 'Try again' }).waitFor();
  await visitor.page.reload();
  await visitor.begin();
  await visitor.page.waitForFunction(() => {
    const { memory } = document.querySelector('tulay-chat');
    return memory.waiting.length === 0;
  });
  assert.equal(await visitor.questions().count(), 2);
  assert.equal((await turns(visitor)).length, 2);
  await visitor.leave(...net);
});

test('a busy server is asked again when it said', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.page.clock.install();
  await visitor.begin();
  await once(visitor, '/v1/chat', refuse(429, { 'Retry-After': '7' }));
  await visitor.input.fill('hello');
  await visitor.input.press('Enter');
  await visitor.bar.filter({ hasText: '7 seconds' }).waitFor();
  await visitor.page.clock.runFor(7000);
  await visitor.answers().first().waitFor();
  await visitor.leave(...net);
});

test('an answer that is no answer is a lost one', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  for (const body of ['<html>', 'null', '{}', '[]']) {
    await once(visitor, '/v1/chat', (route) => route.fulfill({ body, headers: { 'Access-Control-Allow-Origin': stand.origin } }));
    if (body === '<html>') await visitor.input.fill('hello');
    if (body === '<html>') await visitor.input.press('Enter');
    else await visitor.bar.getByRole('button', { name: 'Try again' }).click();
    await visitor.bar.getByRole('button', { name: 'Try again' }).waitFor();
  }
  await visitor.bar.getByRole('button', { name: 'Try again' }).click();
  await visitor.answers().first().waitFor();
  await visitor.leave();
});

test('a message the server refuses comes back to be changed', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.input.fill('​'); // a space of no width
  await visitor.input.press('Enter');
  await visitor.bar.filter({ hasText: 'cannot be sent' }).waitFor();
  assert.equal(await visitor.input.inputValue(), '​');
  assert.equal(await visitor.questions().count(), 0);
  await visitor.leave(...net);
});

test('while an answer takes its time one is told so', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await once(visitor, '/v1/chat', async (route) => { await held; await route.continue(); });
  await visitor.input.fill('hello');
  await visitor.input.press('Enter');
  await visitor.page.locator('#status', { hasText: 'Looking' }).waitFor();
  go();
  await visitor.answers().first().waitFor();
  assert.equal(await visitor.page.locator('#status').textContent(), '');
  await visitor.leave();
});

test('a chat goes on after a reload and on another page, with what was half written', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.say('What is humanitarian parole?');
  await visitor.input.fill('Can it be');
  await visitor.page.getByRole('link', { name: 'Another page' }).click();
  await visitor.page.waitForURL('**/other');
  await visitor.begin();
  assert.equal(await visitor.input.inputValue(), 'Can it be');
  assert.equal(await visitor.answers().count(), 1);
  assert.equal(await visitor.questions().first().locator('.text').textContent(), 'What is humanitarian parole?');
  await visitor.say('Can it be extended?');
  assert.equal((await turns(visitor)).length, 2);
  await visitor.leave();
});

test('a chat that was forgotten is gone, also when its first answer is still on its way', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  const answered = visitor.page.waitForResponse('**/v1/chat');
  await once(visitor, '/v1/chat', async (route) => { await held; await route.continue(); });
  await visitor.input.fill('hello');
  await visitor.input.press('Enter');
  await visitor.button('More').click();
  await visitor.button('Forget this chat').click();
  const erased = visitor.page.waitForResponse((response) => response.request().method() === 'DELETE');
  await visitor.bar.getByRole('button', { name: 'Erase' }).click();
  go();
  const { conversation } = await (await answered).json();
  assert.equal((await erased).status(), 204);
  const left = await fetch(`${stand.bot}/v1/conversation`, { headers: { Authorization: `Bearer ${conversation}` } });
  assert.deepEqual(await left.json(), { resumed: false, turns: [] });
  await visitor.page.locator('#status', { hasText: 'erased' }).waitFor();
  assert.equal(await visitor.questions().count(), 0);
  await visitor.say('hello again');
  await visitor.leave();
});

test('when the server cannot be reached at all, one is told and can try again', async () => {
  const visitor = await Visitor.arrive(stand);
  await once(visitor, '/v1/topics*', (route) => route.abort());
  await visitor.launcher.click();
  await visitor.bar.getByRole('button', { name: 'Try again' }).click();
  await visitor.button('I understand. Start').click();
  await visitor.say('hello');
  await visitor.leave(...net);
});

test('where storage is forbidden one can chat all the same', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.page.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('forbidden'); } }));
  await visitor.page.reload();
  await visitor.begin();
  await visitor.say('hello');
  await visitor.say('How much does it cost?');
  await visitor.leave();
});
