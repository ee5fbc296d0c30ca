// Text is text, wherever it comes from: a client, the knowledge, a case, the configuration.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { start, Visitor } from './stand.mjs';

let stand;
before(async () => { stand = await start(); });
after(() => stand?.stop());

const mark = 'window.pwned=1';
const tags = ['img src=x onerror', 'svg onload', 'body onload', 'iframe onload', 'video src=x onerror', 'audio src=x onerror', 'details open ontoggle',
  'input autofocus onfocus', 'select autofocus onfocus', 'textarea autofocus onfocus', 'marquee onstart', 'object data=x onerror', 'style onload',
  'a href=# onclick', 'form onsubmit', 'button onclick', 'math onclick', 'table background=x onclick', 'link rel=stylesheet href=x onerror',
  'x onclick', 'video><source onerror', 'svg><animate onbegin', 'svg><set onbegin', 'dialog open onclose', 'meta http-equiv=refresh content="0;x" onload'];
const hostile = [
  ...tags.map((tag) => `<${tag}=${mark}>`),
  `<script>${mark}</script>`, `"><script>${mark}</script>`, `'><script>${mark}</script>`, `</textarea><script>${mark}</script>`,
  `</style><script>${mark}</script>`, `</p></div></dialog><script>${mark}</script>`, `<scr<script>ipt>${mark}</script>`, `<SCRIPT>${mark}</SCRIPT>`,
  `<script src=//example.com/x.js></script>`, `<iframe srcdoc="<script>${mark}</script>">`, `<base href="//example.com/">`,
  `javascript:${mark}`, `JaVaScRiPt:${mark}`, `java\tscript:${mark}`, ` javascript:${mark}`, `data:text/html,<script>${mark}</script>`, `vbscript:${mark}`,
  `https://example.com/"onclick="${mark}`, `https://example.com/' onmouseover='${mark}`, `\${${mark}}`, `{{constructor.constructor('${mark}')()}}`, '{}', '$&$1$`',
  `&lt;script&gt;${mark}&lt;/script&gt;`, `&#x3C;img src=x onerror=${mark}&#x3E;`, '\u202Egnp.exe\u202C', `<!--<img src="--><img src=x onerror=${mark}>`,
  `<![CDATA[<script>${mark}</script>]]>`, `<noscript><p title="</noscript><img src=x onerror=${mark}>">`, '__proto__', 'constructor', 'toString',
  `<svg><style><img src=x onerror=${mark}></style></svg>`, `<template><script>${mark}</script></template>`, `<slot name=x onslotchange=${mark}>`,
];

async function unharmed(visitor) {
  assert.equal(await visitor.page.evaluate(() => window.pwned), undefined);
  const elements = await visitor.page.evaluate(() => {
    const { shadowRoot } = document.querySelector('tulay-chat');
    return [...shadowRoot.querySelectorAll('script,img,svg,iframe,object,embed,base,link,style,video,audio,math,marquee,template,meta')].map((one) => one.tagName);
  });
  assert.deepEqual(elements, []);
  const addresses = await visitor.page.evaluate(() => [...document.querySelector('tulay-chat').shadowRoot.querySelectorAll('[href]')].map((one) => one.protocol));
  for (const protocol of addresses) assert.ok(['https:', 'tel:'].includes(protocol), protocol);
}

test('there are enough of them', () => assert.ok(hostile.length >= 60, String(hostile.length)));

test('as what a client writes, now and after a reload', async () => {
  const visitor = await Visitor.arrive(stand);
  await visitor.begin();
  for (const text of hostile) await visitor.say(text);
  const shown = async () => (await visitor.questions().locator('.text').allTextContents()).map((text) => text.trim());
  assert.deepEqual(await shown(), hostile.map((text) => text.trim()));
  await visitor.page.reload();
  await visitor.begin();
  const resumed = await shown();
  assert.deepEqual(resumed, hostile.map((text) => text.trim()).slice(-resumed.length));
  await unharmed(visitor);
  await visitor.leave();
});

test('as what the server says, in every field', async () => {
  const visitor = await Visitor.arrive(stand);
  let text;
  await visitor.page.route('**/v1/chat', (route) => route.fulfill({ headers: { 'Access-Control-Allow-Origin': stand.origin }, json: {
    conversation: 'c', turn: 1 + hostile.indexOf(text), language: text, handoff: { level: 'now', phone: text, text },
    replies: [{ text, outcome: text, intent: text, confidence: 1, facts: [], sources: [{ title: text, url: text, as_of: '2026-10-02' }],
      suggestions: [{ label: text, message: text, intent: text }] }] } }));
  await visitor.begin();
  for (text of hostile) await visitor.say('hello');
  const trimmed = (all) => all.map((one) => one.trim());
  assert.deepEqual(trimmed(await visitor.answers().locator('.text').allTextContents()), trimmed(hostile));
  assert.equal((await visitor.choices.textContent()).trim(), hostile.at(-1));
  assert.equal(await visitor.page.locator('details li').count(), hostile.length);
  await unharmed(visitor);
  await visitor.leave();
});

test('as what the firm\'s file says of a case', async () => {
  const visitor = await Visitor.arrive(stand);
  let text;
  await visitor.page.route('**/v1/chat', (route) => route.fulfill({ headers: { 'Access-Control-Allow-Origin': stand.origin }, json: {
    conversation: 'c', turn: 1 + hostile.indexOf(text), language: 'en', handoff: null,
    replies: [{ text, outcome: 'case', intent: 'case_status', confidence: 1, facts: [], sources: [], suggestions: [],
      case_card: { number: text, title: text, status: text, note: text, timeline: [{ label: text, on: '2026-11-01', state: text }, { label: text, on: null, state: 'now' }] } }] } }));
  await visitor.begin();
  for (text of hostile) {
    await visitor.say('hello');
    const card = visitor.page.locator('.card').nth(hostile.indexOf(text));
    await card.waitFor();
    for (const place of ['.title', '.status', 'li >> nth=1', 'p >> nth=-1'])
      assert.equal((await card.locator(place).textContent()).trim(), text.trim(), place);
    assert.equal(await card.getAttribute('aria-label'), text);
  }
  await unharmed(visitor);
  await visitor.leave();
});

test('as what stands in the knowledge', async () => {
  for (const place of ['knowledge', 'intents']) cpSync(`${process.env.TULAY_DATA}/${place}`, `hostile-data/${place}`, { recursive: true });
  const topic = 'hostile-data/knowledge/topics/extension_not_possible.toml';
  const lines = hostile.filter((text) => !/[{}\t\u202e]|'''/.test(text)); // what the data files refuse by themselves
  assert.ok(lines.length >= 50, String(lines.length));
  writeFileSync(topic, readFileSync(topic, 'utf8').replace(/^en = '''\n/m, () => `en = '''\n${lines.join('\n')}\n`));
  const poisoned = await start('hostile-data');
  const visitor = await Visitor.arrive(poisoned);
  await visitor.begin();
  await visitor.say('Can my parole be extended?');
  const said = await visitor.answers().first().locator('.text').textContent(); // lines are put together into paragraphs
  for (const line of lines) assert.ok(said.includes(line.trim()), `${line} in ${said}`);
  await unharmed(visitor);
  await visitor.leave();
  await poisoned.stop();
});

test('as the firm, its phone and the starters', async () => {
  for (const text of hostile.filter((_, at) => at % 6 === 0)) {
    const visitor = await Visitor.arrive(stand);
    await visitor.page.route('**/v1/topics*', (route) => route.fulfill({ headers: { 'Access-Control-Allow-Origin': stand.origin }, json: {
      language: 'en', topics: [{ topic: text, label: text, message: text }], offers: [text], firm: { name: text, phone: text, hours: text } } }));
    await visitor.begin();
    await visitor.page.locator('[aria-controls=person]').click();
    assert.equal((await visitor.page.locator('#title').textContent()).trim(), text.trim());
    await unharmed(visitor);
    await visitor.leave();
  }
});
