// What stands beside the chat: a person, thumbs, copy, print, save. The server of today offers no form and no thumbs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { start, Visitor } from './stand.mjs';

let stand;
before(async () => { stand = await start(); });
after(() => stand?.stop());

const cors = () => ({ 'Access-Control-Allow-Origin': stand.origin });

/// A server that also offers this; what it is sent is gathered.
async function offering(visitor, ...offers) {
  const sent = [];
  await visitor.page.route('**/v1/topics*', async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ headers: cors(), json: { ...answer, offers } });
  });
  await visitor.page.route(/\/v1\/(handoff|feedback)$/, (route) => {
    if (route.request().method() !== 'OPTIONS') sent.push(route.request().postDataJSON());
    return route.fulfill({ status: 201, headers: { ...cors(), 'Access-Control-Allow-Headers': 'content-type' }, json: { ticket: 'H-4711' } });
  });
  return sent;
}

test('a person is a phone call away; where nobody takes requests there is no form', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.button('Talk to a person').click();
  assert.equal(await visitor.page.locator('#person a').getAttribute('href'), 'tel:2135550100');
  const topics = await (await fetch(`${stand.bot}/v1/topics`)).json();
  assert.equal(await visitor.page.locator('#person input').count() > 0, topics.offers.includes('handoff'));
  await visitor.leave();
});

test('a request for a person gets a number, which stays', async () => {
  const visitor = await Visitor.arrive(stand, { bypassCSP: true });
  const sent = await offering(visitor, 'handoff');
  await visitor.begin();
  await visitor.button('Talk to a person').click();
  await visitor.accessible('form');
  await visitor.picture('person-form');
  await visitor.button('Ask the office to contact me').click();
  assert.equal(sent.length, 0, 'name and phone are needed');
  await visitor.page.getByLabel('Your name').fill('Ana');
  await visitor.page.getByLabel('Phone or email').fill('555-0101');
  await visitor.button('Ask the office to contact me').click();
  await visitor.log.getByText('H-4711').waitFor();
  assert.deepEqual(sent, [{ name: 'Ana', reach_by: '555-0101', conversation: null }]);
  await visitor.page.reload();
  await visitor.begin();
  await visitor.log.getByText('H-4711').waitFor();
  await visitor.leave();
});

test('thumbs are sent once, where the server takes them', async () => {
  const visitor = await Visitor.arrive(stand, { bypassCSP: true });
  const sent = await offering(visitor, 'feedback');
  await visitor.begin();
  await visitor.say('How much does it cost?');
  await visitor.accessible('thumbs');
  await visitor.button('Helpful').click();
  await visitor.log.getByText('Thank you.').waitFor();
  assert.deepEqual(sent.map(({ turn, helpful }) => [turn, helpful]), [[1, true]]);
  assert.equal(await visitor.button('Helpful').count(), 0);
  await visitor.leave();
});

test('who was not helped may say what was missing, in one request', async () => {
  const visitor = await Visitor.arrive(stand, { bypassCSP: true });
  const sent = await offering(visitor, 'feedback');
  await visitor.begin();
  await visitor.say('How much does it cost?');
  await visitor.button('Not helpful').click();
  await visitor.accessible('comment');
  await visitor.page.getByLabel('What was missing?').fill('the date');
  await visitor.page.keyboard.press('Enter');
  await visitor.log.getByText('Thank you.').waitFor();
  assert.deepEqual(sent.map(({ turn, helpful, comment }) => [turn, helpful, comment]), [[1, false, 'the date']]);
  await visitor.leave();
});

test('the chat can be copied, saved and printed, without what was said of a case', async () => {
  const visitor = await Visitor.arrive(stand, { permissions: ['clipboard-read', 'clipboard-write'] });
  await visitor.page.route('**/v1/chat', async (route) => {
    const answer = await (await route.fetch()).json();
    if (answer.turn === 2) Object.assign(answer.replies[0], { outcome: 'case', text: 'Your case was approved.' });
    await route.fulfill({ json: answer, headers: cors() });
  });
  await visitor.begin();
  await visitor.say('How much does it cost?');
  await visitor.say('hello');
  await visitor.button('More').click();
  await visitor.button('Copy the chat').click();
  await visitor.button('Leave it out').click();
  await visitor.page.locator('#status', { hasText: 'copied' }).waitFor();
  const copied = await visitor.page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['Puente Law Office, ', 'not legal advice', 'You: How much does it cost?', 'Assistant: ', 'https://uscis.gov/g-1055, as of Oct 2, 2026', 'is left out']) {
    assert.ok(copied.includes(part), `${part} in ${copied}`);
  }
  assert.ok(!copied.includes('approved'));

  const download = visitor.page.waitForEvent('download');
  await visitor.button('More').click();
  await visitor.button('Save as a text file').click();
  await visitor.button('Put it in').click();
  const file = await download;
  assert.equal(file.suggestedFilename(), 'chat.txt');
  assert.match(readFileSync(await file.path(), 'utf8'), /You: How much does it cost\?[^]*Your case was approved\./);

  await visitor.page.evaluate(() => {
    window.printed = new Promise((resolve) => new MutationObserver(([{ addedNodes: [frame] }]) => {
      if (!frame) return; // it was taken away
      frame.contentWindow.print = () => {
        resolve(frame.contentDocument.body.textContent);
        frame.contentWindow.dispatchEvent(new Event('afterprint'));
      };
      // The observer runs after print(), which a headless browser ignores.
      frame.contentWindow.print();
    }).observe(document.querySelector('tulay-chat').root, { childList: true }));
  });
  await visitor.button('More').click();
  await visitor.button('Print').click();
  await visitor.button('Leave it out').click();
  assert.match(await visitor.page.evaluate(() => window.printed), /You: How much does it cost\?/);
  assert.equal(await visitor.page.locator('iframe').count(), 0);
  await visitor.leave();
});

test('a chat stays in its tab, unless the visitor wants it kept on the device', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.say('hello');
  assert.equal(await visitor.page.evaluate(() => localStorage.length), 0);
  await visitor.button('More').click();
  const keep = visitor.button('Keep this chat on this device');
  assert.equal(await keep.getAttribute('aria-pressed'), 'false');
  await keep.click();
  assert.equal(await keep.getAttribute('aria-pressed'), 'true');
  const later = await visitor.context.newPage();
  await later.goto(stand.origin);
  await later.locator('#launcher').click();
  await later.locator('[role=log] .you .text', { hasText: 'hello' }).waitFor();
  await keep.click();
  assert.equal(await visitor.page.evaluate(() => localStorage.length), 0);
  await visitor.leave();
});

test('"leave now" and Escape three times lead away and leave nothing', async () => {
  for (const leave of [
    async (visitor) => { await visitor.button('More').click(); await visitor.button('Leave now').click(); },
    async (visitor) => { for (let time = 0; time < 3; ++time) await visitor.page.keyboard.press('Escape'); }]) {
    const visitor = await Visitor.arrive(stand);
    await visitor.begin();
    await visitor.say('hello');
    await leave(visitor);
    await visitor.page.waitForURL('about:blank');
    await visitor.page.goto(stand.origin);
    assert.equal(await visitor.page.evaluate(() => sessionStorage.length + localStorage.length), 0);
    await visitor.leave();
  }
});

test('what was said before is not read out again, and a new answer once', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.say('hello');
  await visitor.page.reload();
  const steps = await visitor.page.evaluate(() => new Promise((resolve) => {
    const chat = document.querySelector('tulay-chat');
    const seen = [];
    chat.open();
    new MutationObserver((changes) => {
      seen.push(...changes.map((change) => change.attributeName || 'content'));
      if (chat.log.getAttribute('role') === 'log') resolve(seen);
    }).observe(chat.log, { childList: true, attributes: true, attributeFilter: ['role'] });
  }));
  assert.ok(steps.includes('content'));
  assert.equal(steps.indexOf('role'), steps.lastIndexOf('content') + 1, 'the history stands before the log is one');
  const loud = await visitor.log.evaluate((log) => [...log.querySelectorAll('details,button,a')].filter((one) => !one.closest('[aria-live=off],[role=alert]')).length);
  assert.equal(loud, 0, 'links and buttons are not read out with the answer');
  await visitor.leave();
});
