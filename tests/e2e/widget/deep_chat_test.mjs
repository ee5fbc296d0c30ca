// Another chat on the same bot: the deep-chat component of npm over the REST channel, with the lines of the README.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { start } from './stand.mjs';

let stand;
before(async () => { stand = await start(); });
after(() => stand?.stop());

test('deep-chat talks to the bot with the lines of the README', async () => {
  const readme = readFileSync(`${process.env.TULAY_WIDGET}/README.md`, 'utf8');
  const lines = /```html\n(<deep-chat[^]*?)```/.exec(readme)[1].replaceAll('https://chat.example.com', stand.bot);
  stand.page.files['/deepChat.bundle.js'] = { type: 'text/javascript', content: readFileSync('node_modules/deep-chat/dist/deepChat.bundle.js') };
  stand.page.files['/deep'] = { type: 'text/html; charset=utf-8', content: `<!doctype html><title>deep-chat</title>
    <script type="module" src="/deepChat.bundle.js"></script>${lines}` };
  const page = await (await stand.browser.newContext()).newPage();
  await page.goto(`${stand.origin}/deep`);
  const say = async (text, answers) => {
    await page.locator('#text-input').fill(text);
    await page.locator('#text-input').press('Enter');
    // The component puts an empty bubble there first.
    await page.locator('.ai-message-text').filter({ hasText: /\S/ }).nth(answers - 1).waitFor();
  };
  await say('Can my parole be extended?', 1);
  assert.match(await page.locator('.ai-message-text').first().textContent(), /parole/i);
  await say('How is my case?', 2);
  assert.doesNotMatch(await page.locator('.ai-message-text').nth(1).textContent(), /receipt number \(3 letters/, 'a case is not spoken of there');
  await say('<img src=x onerror=window.pwned=1>', 3);
  await page.screenshot({ path: `${process.env.TULAY_SCREENSHOTS}/deep-chat.png` });
  await page.context().close();
});
