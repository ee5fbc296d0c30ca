// How it is set up, looks and is worked: attributes, keyboard, sizes, colours, and what stands beside the chat.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { sizes, start, Visitor } from './stand.mjs';

let stand;
before(async () => { stand = await start(); });
after(() => stand?.stop());

/// Arrives where the embedding script has more attributes, or the page more elements.
async function arriveWith(attributes, options = {}) {
  stand.page.head = stand.line.replace('<script', `<script ${attributes}`) + (options.more || '');
  try {
    return await Visitor.arrive(stand, options);
  } finally {
    stand.page.head = stand.line;
  }
}

const narrow = { width: 320, height: 256 }; // 1280 × 1024 at 400 %

test('the demo page shows the widget on a firm\'s page', async () => {
  for (const [size, viewport] of Object.entries(sizes)) {
    const visitor = await Visitor.arrive(stand, { url: stand.bot, viewport, bypassCSP: true });
    await visitor.accessible(size);
    await visitor.picture(`demo-${size}-closed`);
    await visitor.begin();
    await visitor.say('Can my parole be extended?');
    await visitor.accessible(`${size} open`);
    await visitor.picture(`demo-${size}-open`);
    await visitor.leave();
  }
  const strict = await Visitor.arrive(stand, { url: stand.bot }); // under the demo page's own policy
  await strict.begin();
  await strict.say('hello');
  assert.deepEqual([...strict.hosts()], [stand.bot]);
  await strict.leave();
});

test('each text is there in three languages', () => {
  const read = (name) => readFileSync(`${process.env.TULAY_WIDGET}/${name}`, 'utf8');
  const sources = ['widget.js', 'beside.js', 'case.js'].map(read);
  for (const source of sources) eachInThree(source, sources.join());
});

function eachInThree(source, all) {
  const texts = new Function(`return ${/const TEXTS = (\{[^]*?\n\});/.exec(source)[1]}`)();
  for (const [key, three] of Object.entries(texts)) {
    assert.equal(three.length, 3, key);
    for (const one of three) assert.equal(one.split('{}').length, three[0].split('{}').length, `${key}: ${one}`);
    assert.equal(new Set(three.slice(0, 2)).size, 2, key);
    assert.ok(all.includes(`'${key}'`) || key.startsWith('notice') || key === 'date', `${key} is said nowhere`);
  }
}

test('it is worked by keyboard alone, and focus comes back', async () => {
  const visitor = await Visitor.arrive(stand);
  const press = async (...keys) => { for (const key of keys) await visitor.page.keyboard.press(key); };
  await visitor.page.getByRole('link', { name: 'Another page' }).focus();
  await press('Tab');
  assert.equal(await visitor.focused(), 'launcher');
  assert.equal(await visitor.launcher.getAttribute('aria-expanded'), 'false');
  await press('Enter');
  await visitor.page.locator('#title', { hasText: 'Puente' }).waitFor();
  assert.equal(await visitor.focused(), 'title');
  const order = [];
  for (let step = 0; step < 6; ++step) {
    await press('Tab');
    order.push(await visitor.focused());
  }
  assert.deepEqual(order.map((text) => text.slice(0, 7)), ['More', '✕', 'Talk to', 'English', 'body', 'I under']);
  await press('Enter');
  assert.equal(await visitor.focused(), 'message');
  await visitor.page.keyboard.type('hello');
  await press('Shift+Enter');
  await visitor.page.keyboard.type('again');
  await press('Enter');
  await visitor.answers().first().waitFor();
  assert.equal(await visitor.questions().locator('.text').textContent(), 'hello\nagain');
  await visitor.button('More').focus();
  await press('Enter', 'Escape');
  assert.equal(await visitor.page.locator('#menu').isVisible(), false);
  assert.equal(await visitor.focused(), 'More');
  await press('Escape');
  assert.equal(await visitor.panel.isVisible(), false);
  assert.equal(await visitor.focused(), 'launcher');
  await press('Enter');
  assert.equal(await visitor.focused(), 'message');
  await visitor.leave();
});

test('a choice can be written as its number', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  const second = await visitor.choices.nth(1).textContent();
  await visitor.say('2');
  const topics = await (await fetch(`${stand.bot}/v1/topics?language=en`)).json();
  const { message } = topics.topics.find(({ label }) => label === second);
  assert.equal(await visitor.questions().locator('.text').textContent(), message);
  await visitor.leave();
});

test('Enter belongs to the input method while it composes', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  await visitor.input.fill('hello');
  await visitor.input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  assert.equal(await visitor.input.inputValue(), 'hello');
  await visitor.leave();
});

test('on a phone it covers the page, which takes no part; a wider window makes it a panel again', async () => {
  const visitor = await Visitor.arrive(stand, { viewport: sizes.phone, hasTouch: true });
  await visitor.begin();
  const modal = () => visitor.panel.evaluate((panel) => panel.matches(':modal'));
  assert.equal(await modal(), true);
  const box = await visitor.panel.boundingBox();
  assert.deepEqual([box.width, box.height], [360, 640]);
  await visitor.input.fill('half a mess');
  await visitor.page.setViewportSize(sizes.desktop);
  await visitor.page.waitForFunction(() => !document.querySelector('tulay-chat').panel.matches(':modal'));
  assert.equal(await visitor.panel.isVisible(), true);
  assert.equal(await visitor.input.inputValue(), 'half a mess');
  assert.equal(await visitor.focused(), 'message');
  await visitor.leave();
});

test('at 320 px and 400 % nothing is cut off, in no direction', async () => {
  const questions = { en: 'How much is the fee?', es: '¿Cuánto cuesta el parole?', tl: 'Magkano po ang bayad?' };
  for (const [language, question] of Object.entries(questions)) {
    stand.page.lang = language;
    const visitor = await Visitor.arrive(stand, { viewport: narrow, bypassCSP: true });
    await visitor.begin();
    await visitor.say(`${question} https://www.uscis.gov/a-very-long-address-without-any-space-in-it`);
    await visitor.page.locator('[aria-controls=person]').click();
    const wider = await visitor.panel.evaluate((panel) => [panel, ...panel.querySelectorAll('*')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline' && one.tagName !== 'SELECT').map((one) => one.outerHTML.slice(0, 80)));
    assert.deepEqual(wider, []);
    assert.ok((await visitor.input.boundingBox()).y < narrow.height, 'the input stays in sight');
    await visitor.accessible(`zoomed ${language}`);
    assert.equal(await visitor.answers().first().getAttribute('lang'), language);
    await visitor.picture(`zoom-${language}`);
    await visitor.leave();
  }
  stand.page.lang = 'en';
});

test('the notice and the button below it stand on a small phone without scrolling', async () => {
  for (const language of ['en', 'es', 'tl']) {
    stand.page.lang = language;
    const visitor = await Visitor.arrive(stand, { viewport: { width: 320, height: 640 } });
    await visitor.launcher.click();
    await visitor.page.locator('#title', { hasText: 'Puente' }).waitFor();
    const { y, height } = await visitor.page.locator('#notice .main').boundingBox();
    assert.ok(y + height <= 640, `${language}: ${y + height}`);
    await visitor.leave();
  }
  stand.page.lang = 'en';
});

test('buttons are large enough for a thumb', async () => {
  const visitor = await Visitor.arrive(stand, { viewport: sizes.phone });
  await visitor.begin();
  await visitor.button('More').click();
  for (const button of await visitor.panel.locator('button:visible,select,textarea').all()) {
    const { width, height } = await button.boundingBox();
    assert.ok(width >= 44 && height >= 44, `${await button.textContent()}: ${width} × ${height}`);
  }
  await visitor.leave();
});

for (const [name, options] of Object.entries({
  'forced colours': { forcedColors: 'active' }, 'more contrast, dark': { contrast: 'more', colorScheme: 'dark' }, 'less motion': { reducedMotion: 'reduce' } })) {
  test(`it is accessible with ${name}`, async () => {
    const visitor = await Visitor.arrive(stand, { ...options, bypassCSP: true });
    await visitor.begin();
    await visitor.say('How much does it cost?');
    await visitor.accessible(name);
    await visitor.picture(name.replace(/\W+/g, '-'));
    assert.equal(await visitor.page.evaluate(() => document.getAnimations().length), 0);
    await visitor.leave();
  });
}

test('attributes of the script set it up', async () => {
  const visitor = await arriveWith('data-lang="es" data-position="start" data-accent="#5b2333" data-on-accent="#ffffff" data-firm="Bufete Ana" data-phone="(555) 010-0000" data-greeting="Bienvenida" data-privacy="https://www.example.com/privacy"',
    { bypassCSP: true });
  assert.equal(await visitor.launcher.textContent(), '¿Preguntas?');
  assert.equal(await visitor.launcher.evaluate((one) => getComputedStyle(one).backgroundColor), 'rgb(91, 35, 51)');
  assert.ok((await visitor.launcher.boundingBox()).x < 100);
  await visitor.begin();
  assert.equal(await visitor.page.locator('#title').textContent(), 'Bufete Ana');
  assert.equal(await visitor.log.locator('.text').first().textContent(), 'Bienvenida');
  assert.equal(await visitor.page.locator('#notice a').getAttribute('href'), 'https://www.example.com/privacy');
  assert.equal(await visitor.page.locator('#person a').getAttribute('href'), 'tel:5550100000');
  await visitor.say('hola');
  await visitor.accessible('themed');
  await visitor.picture('themed');
  await visitor.leave();
});

test('colours that nobody could read are not taken', async () => {
  const visitor = await arriveWith('data-accent="#ffff00" data-on-accent="#ffffff"');
  assert.equal(await visitor.launcher.evaluate((one) => getComputedStyle(one).backgroundColor), 'rgb(29, 79, 145)');
  await visitor.leave();
});

test('included twice it is there once; an element by hand takes its place; the page may open it', async () => {
  const visitor = await arriveWith('', { more: stand.line });
  assert.equal(await visitor.page.locator('tulay-chat').count(), 1);
  await visitor.leave();
  const byHand = await arriveWith('', { more: '<body><tulay-chat lang="tl" hide-launcher></tulay-chat>' });
  assert.equal(await byHand.page.locator('tulay-chat').count(), 1);
  assert.equal(await byHand.launcher.isVisible(), false);
  const opened = byHand.page.evaluate(() => new Promise((resolve) => addEventListener('tulay:open', (event) => resolve(event.target.localName))));
  await byHand.page.evaluate(() => document.querySelector('tulay-chat').open());
  assert.equal(await opened, 'tulay-chat');
  await byHand.button('Naiintindihan ko. Simulan').click();
  await byHand.leave();
});

test('the page may have it open from the start', async () => {
  const visitor = await arriveWith('data-open');
  await visitor.page.locator('#notice .main').waitFor();
  await visitor.leave();
});

test('from right to left', async () => {
  const visitor = await arriveWith('', { more: '<body dir="rtl">' });
  await visitor.begin();
  assert.ok((await visitor.panel.boundingBox()).x < 100);
  await visitor.say('hello');
  await visitor.picture('right-to-left');
  await visitor.leave();
});
