// A client's own case: in the frame on the server's own origin when the page is the firm's, in the chat itself when the
// page is the server's. The firm's page sees nothing of it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { sizes, start, Visitor } from './stand.mjs';

let stand;
before(async () => { stand = await start(); });
after(() => stand?.stop());

const languages = {
  en: { question: 'How is my case going?', key: 'RP-2026-020', number: 'RP-2026-020' },
  es: { question: '¿Cómo va mi caso?', key: 'IOE9990000105', number: 'RP-2025-044' },
  tl: { question: 'Ano na po ang status ng kaso ko?', key: '(818) 555-0103', number: 'HP-2026-009' },
};

/// Asks on the firm's page, waits for the frame and agrees to its notice.
async function toFrame(visitor, { question }) {
  await visitor.begin();
  await visitor.say(question);
  const inside = visitor.page.frameLocator('#frame');
  // The notice of cases, three points, takes the place of the chat's: until then its button still moves.
  await inside.locator('#notice li:nth-child(3):last-child').waitFor();
  return inside;
}
const frameOf = (visitor) => visitor.page.frames().find((frame) => frame.url().endsWith('/frame.html'));

async function sayInside(inside, text) {
  const answers = inside.locator('[role=log] [part~=bot][lang]');
  const before = await answers.count();
  await inside.locator('#message').fill(text);
  await inside.locator('#message').press('Enter');
  await answers.nth(before).waitFor();
}

for (const [language, words] of Object.entries(languages)) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`a client looks at their case in the frame, ${language}, ${size}`, async () => {
      stand.page.lang = language;
      const visitor = await Visitor.arrive(stand, { viewport, bypassCSP: true, colorScheme: size === 'phone' ? 'dark' : 'light' });
      const inside = await toFrame(visitor, words);
      const see = async (state) => {
        await visitor.accessible(state, frameOf(visitor));
        await visitor.picture(`${language}-${size}-case-${state}`);
      };
      await see('1-notice');
      assert.equal(await inside.locator('#notice li').count(), 3);
      await inside.locator('#notice .main').click();
      await inside.locator('[part~=bot][lang]').waitFor();
      assert.equal(await inside.locator('[part~=you] .text').textContent(), words.question, 'what was asked came along');
      await see('2-key');
      await sayInside(inside, words.key);
      const field = inside.locator('#message');
      await inside.locator('#message[autocomplete=one-time-code]').waitFor();
      assert.equal(await field.getAttribute('inputmode'), 'numeric');
      await see('3-code');
      await sayInside(inside, await visitor.code());
      const card = inside.locator('.card');
      await card.waitFor();
      assert.match(await card.locator('.title').textContent(), new RegExp(words.number));
      assert.equal(await card.locator('[aria-current=step]').count(), 1);
      assert.ok(await card.locator('li').count() >= 2);
      assert.equal(await inside.locator('textarea#message').count(), 1, 'the field of the code is gone');
      await card.evaluate((one) => one.scrollIntoView());
      await see('4-card');
      await inside.locator('header .row').first().locator('button').last().click();
      await visitor.input.waitFor();
      await visitor.focuses('message');
      await visitor.picture(`${language}-${size}-case-5-back`);
      const kept = await visitor.page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.querySelector('tulay-chat').shadowRoot.textContent]));
      assert.ok(!kept.includes(words.number), 'nothing of the case is in the page');
      await visitor.leave();
    });
  }
}

test('what crosses between page and frame is a question and a few words, in neither direction a token or a case', async () => {
  stand.page.lang = 'en';
  const visitor = await Visitor.arrive(stand);
  await visitor.page.evaluate(() => {
    window.heard = [];
    addEventListener('message', ({ data, origin }) => window.heard.push({ data, origin }));
  });
  const inside = await toFrame(visitor, languages.en);
  const told = frameOf(visitor).evaluate(() => new Promise((resolve) => addEventListener('message', ({ data, origin }) => resolve({ data, origin }))));
  await inside.locator('#notice .main').click();
  await sayInside(inside, 'HP-2026-001');
  await sayInside(inside, await visitor.code());
  await inside.locator('header .row').first().locator('button').last().click();
  await visitor.say('how is my case?'); // the frame is there already
  const { data, origin } = await told;
  assert.equal(origin, stand.origin);
  assert.deepEqual(Object.keys(data).sort(), ['language', 'text', 'tulay', 'visit']);
  assert.deepEqual([data.tulay, data.text], ['ask', 'how is my case?']);
  const heard = await visitor.page.evaluate(() => window.heard);
  assert.deepEqual(heard.map((one) => JSON.stringify(one.data)), ['{"tulay":"ready"}', '{"tulay":"close"}']);
  for (const one of heard) assert.equal(one.origin, stand.bot);
  const { token } = JSON.parse(await visitor.page.evaluate((base) => sessionStorage.getItem(`tulay:${base}`), stand.bot));
  const { turns } = await (await fetch(`${stand.bot}/v1/conversation`, { headers: { Authorization: `Bearer ${token}` } })).json();
  assert.ok(!JSON.stringify(turns).includes('HP-2026-001'), 'the conversation of the page knows nothing of it either');
  await visitor.leave();
});

test('words from another origin move nothing, and pages that are not listed get no frame', async () => {
  const visitor = await Visitor.arrive(stand);
  await toFrame(visitor, languages.en);
  await visitor.page.evaluate(() => ['leave', 'close', 'forgotten'].forEach((tulay) => window.postMessage({ tulay }, '*')));
  await frameOf(visitor).evaluate(() => window.postMessage({ tulay: 'ask', text: 'hello', language: 'es', visit: 'x' }, '*'));
  await visitor.page.waitForTimeout(300);
  assert.equal(await visitor.page.locator('#frame').isVisible(), true);
  assert.equal(new URL(visitor.page.url()).origin, stand.origin);
  assert.equal(await frameOf(visitor).evaluate(() => document.querySelector('tulay-chat').language), 'en');
  await visitor.leave();

  const other = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' })
    .end(`<iframe src="${stand.bot}/frame.html"></iframe>`));
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const page = await (await stand.browser.newContext()).newPage();
  const refused = new Promise((resolve) => page.on('console', (message) => message.text().includes('frame-ancestors') && resolve(true)));
  await page.goto(`http://127.0.0.1:${other.address().port}`);
  assert.equal(await refused, true);
  await page.context().close();
  other.close();
});

test('a reload closes the frame, the way back is a button, and the visit goes on', async () => {
  const visitor = await Visitor.arrive(stand);
  let inside = await toFrame(visitor, languages.en);
  await inside.locator('#notice .main').click();
  await sayInside(inside, 'RP-2026-020');
  await visitor.page.reload();
  await visitor.begin();
  await visitor.button('Open the protected window').click();
  inside = visitor.page.frameLocator('#frame');
  await inside.locator('[part~=you] .text', { hasText: 'RP-2026-020' }).waitFor();
  await visitor.leave();
});

test('leaving at once, in the frame too, leaves nothing behind', async () => {
  const visitor = await Visitor.arrive(stand);
  const inside = await toFrame(visitor, languages.en);
  await inside.locator('#notice .main').click();
  await sayInside(inside, 'RP-2026-020');
  await inside.getByRole('button', { name: 'More', exact: true }).click();
  await inside.getByRole('button', { name: 'Leave now', exact: true }).click();
  await visitor.page.waitForURL('about:blank');
  await visitor.page.goto(stand.origin);
  assert.equal(await visitor.page.evaluate(() => sessionStorage.length + localStorage.length), 0);
  await visitor.leave();
});

test('"forget this chat" on the page forgets what was said in the frame as well', async () => {
  const visitor = await Visitor.arrive(stand);
  const inside = await toFrame(visitor, languages.en);
  await inside.locator('#notice .main').click();
  await inside.locator('[part~=bot][lang]').waitFor();
  await visitor.page.reload();
  await visitor.begin();
  await visitor.button('More').click();
  await visitor.button('Forget this chat').click();
  const erased = [];
  visitor.page.on('response', (response) => response.request().method() === 'DELETE' && erased.push([response.status(), new URL(response.request().frame().url()).origin]));
  await visitor.bar.getByRole('button', { name: 'Erase' }).click();
  await visitor.page.locator('#status', { hasText: 'erased' }).waitFor();
  assert.deepEqual(erased, [[204, stand.origin], [204, stand.bot]]);
  await visitor.leave();
});

test('on the server\'s own page a case is shown in the chat, with a field for the code and the texts below', async () => {
  const visitor = await Visitor.arrive(stand, { url: stand.bot, bypassCSP: true });
  await visitor.begin();
  await visitor.say('How is my case going?');
  assert.equal(await visitor.page.locator('iframe').count(), 0);
  await visitor.say('HP-2026-001');
  const field = visitor.page.locator('input#message');
  await field.waitFor();
  assert.equal(await visitor.focused(), 'message');
  await visitor.button('Write something else').click();
  assert.equal(await visitor.page.locator('textarea#message').count(), 1);
  assert.equal(await visitor.focused(), 'message');
  await visitor.say('000000');
  await field.waitFor();
  await visitor.page.locator('#texts .text').filter({ hasText: await visitor.code() }).waitFor();
  await visitor.accessible('outbox');
  await visitor.say(await visitor.code());
  await visitor.page.locator('.card').waitFor();
  await visitor.picture('demo-case');
  await visitor.button('More').click();
  assert.equal(await visitor.button('Keep this chat on this device').count(), 0);
  await visitor.page.reload();
  await visitor.begin();
  assert.equal(await visitor.page.locator('.card').count(), 0, 'a card is not kept');
  await visitor.leave();
});

test('a question that wants a day gets a field for it', async () => {
  const visitor = await Visitor.arrive(stand, { bypassCSP: true });
  await visitor.page.route('**/v1/chat', async (route) => {
    const answer = await (await route.fetch()).json();
    if (answer.turn === 1) Object.assign(answer.replies[0], { outcome: 'ask', field: 'date', suggestions: [{ label: 'I don’t know', message: "I don't know", intent: '' }] });
    await route.fulfill({ json: answer, headers: { 'Access-Control-Allow-Origin': stand.origin } });
  });
  await visitor.begin();
  await visitor.say('hello');
  await visitor.page.locator('input[type=date]').fill('2026-12-05');
  await visitor.accessible('date');
  await visitor.picture('date-field');
  assert.equal(await visitor.choices.count(), 1);
  await visitor.page.locator('#write .main').click();
  await visitor.answers().nth(1).waitFor();
  assert.equal(await visitor.questions().last().locator('.text').textContent(), '2026-12-05');
  assert.equal(await visitor.page.locator('textarea#message').count(), 1);
  await visitor.leave();
});
