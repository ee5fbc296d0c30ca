// The whole way in each language, on a desk and on a phone, with axe in every state.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sizes, start, Visitor } from './stand.mjs';

let stand;
before(async () => { stand = await start(); });
after(() => stand?.stop());

const languages = {
  en: { question: 'How much does parole cost?', urgent: 'ICE arrested my husband', launcher: 'Questions?' },
  es: { question: '¿Cuánto cuesta el parole?', urgent: 'La migra se llevó a mi esposo', launcher: '¿Preguntas?' },
  tl: { question: 'Magkano po ang bayad sa parole?', urgent: 'Inaresto po ng ICE ang asawa ko', launcher: 'May tanong?' },
};

for (const [language, words] of Object.entries(languages)) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`a client chats, ${language}, ${size}`, async () => {
      stand.page.lang = language;
      const colorScheme = size === 'phone' ? 'dark' : 'light';
      const visitor = await Visitor.arrive(stand, { viewport, colorScheme, bypassCSP: true });
      const see = async (state) => {
        await visitor.accessible(state);
        await visitor.picture(`${language}-${size}-${state}`);
      };
      assert.equal(await visitor.launcher.textContent(), words.launcher);
      await see('1-closed');
      await visitor.launcher.click();
      await visitor.log.waitFor({ state: 'attached' });
      assert.equal(await visitor.input.isVisible(), false, 'the notice comes before the first message box');
      await see('2-notice');
      await visitor.page.locator('#notice .main').click();
      assert.equal(await visitor.focused(), 'message');
      assert.ok(await visitor.choices.count() >= 3);
      await see('3-starters');

      await visitor.say(words.question);
      assert.equal(await visitor.answers().first().getAttribute('lang'), language);
      await visitor.log.locator('summary').first().click();
      await see('4-answer-with-sources');
      await visitor.choices.first().click();
      await visitor.answers().nth(1).waitFor();
      assert.equal(await visitor.focused(), 'message', 'after a suggestion one can go on typing');
      await visitor.say(words.urgent);
      const call = visitor.log.locator('.urgent a');
      assert.match(await call.getAttribute('href'), /^tel:\d+$/);
      await see('5-urgent');
      await visitor.page.locator('[aria-controls=person]').click();
      await see('6-person');
      await visitor.page.locator('[aria-controls=menu]').click();
      await see('7-menu');
      await visitor.page.locator('#menu button').nth(-2).click();
      await see('8-forget');
      await visitor.bar.locator('button').first().click();
      await visitor.page.locator('#status', { hasText: /./ }).waitFor();
      assert.equal(await visitor.questions().count(), 0);
      await see('9-forgotten');
      await visitor.leave();
    });
  }
}

test('nothing is fetched before the launcher is pressed, and never from elsewhere', async () => {
  stand.page.lang = 'en';
  const visitor = await Visitor.arrive(stand);
  await visitor.page.waitForLoadState('networkidle');
  const paths = visitor.requests.map((request) => new URL(request.url()).pathname).filter((path) => path !== '/favicon.ico');
  assert.deepEqual(paths.map((path) => path.replace(/[0-9a-f]{16}/, '#')), ['/', '/widget.#.js']);
  await visitor.begin();
  await visitor.say('How much does parole cost?');
  assert.deepEqual([...visitor.hosts()].sort(), [stand.origin, stand.bot].sort());
  assert.deepEqual(await visitor.context.cookies(), []);
  await visitor.leave();
});

test('the token stands in no URL, and no request says where it comes from', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.say('hello');
  await visitor.page.reload();
  await visitor.begin();
  const { token } = JSON.parse(await visitor.page.evaluate((base) => sessionStorage.getItem(`tulay:${base}`), stand.bot));
  assert.ok(token.length > 40);
  for (const request of visitor.requests) assert.ok(!request.url().includes(token));
  for (const request of visitor.requests.filter((one) => one.url().includes('/v1/'))) assert.ok(!request.headers().referer);
  await visitor.leave();
});

test('choices of a question back are buttons, and the answer follows', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.page.route('**/v1/chat', async (route) => {
    const answer = await (await route.fetch()).json();
    if (answer.turn === 1) answer.replies = [{ text: 'Which?', outcome: 'clarify', intent: null, confidence: 0.4, facts: [], sources: [],
      suggestions: [{ label: 'The fee', message: 'How much is the fee?', intent: 'fee' }, { label: 'The time', message: 'How long does it take?', intent: 'processing_time' }] }];
    await route.fulfill({ json: answer, headers: { 'Access-Control-Allow-Origin': stand.origin } });
  });
  await visitor.begin();
  await visitor.say('parole');
  assert.equal(await visitor.page.locator('.which button').count(), 2);
  await visitor.button('The time').click();
  await visitor.answers().nth(1).waitFor();
  assert.equal(await visitor.questions().last().locator('.text').textContent(), 'How long does it take?');
  await visitor.leave();
});

test('the language can be switched at any time, for words and answers', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.launcher.click();
  await visitor.page.locator('select').selectOption('tl');
  await visitor.page.locator('#notice .main', { hasText: 'Naiintindihan ko' }).click();
  await visitor.page.locator('.choices button', { hasText: 'Magkano' }).click();
  await visitor.answers().first().waitFor();
  assert.equal(await visitor.answers().first().getAttribute('lang'), 'tl');
  await visitor.page.locator('select').selectOption('es');
  assert.equal(await visitor.page.locator('#write .main').textContent(), 'Enviar');
  await visitor.say('I-131?');
  assert.equal(await visitor.answers().last().getAttribute('lang'), 'es');
  await visitor.page.reload();
  assert.equal(await visitor.launcher.textContent(), '¿Preguntas?');
  await visitor.leave();
});

test('who writes in another language than the page is answered, and shown the rest, in theirs', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.say('¿Se puede extender mi parole?');
  assert.equal(await visitor.page.locator('#write .main').textContent(), 'Enviar');
  await visitor.leave();
});
