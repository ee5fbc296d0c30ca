// What every test stands on: the built program, a page of another origin that embeds the widget under a strict
// policy, and Debian's Chromium.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 640 } };

async function startProgram(origin, data) {
  const child = spawn(process.env.TULAY_PROGRAM, ['serve', '--demo', '--listen.port', '0', '--data.dir', data,
    '--web.allowed_origins', origin, '--limits.messages_per_minute', '1000', '--log.level', 'error'], { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await new Promise((resolve) => {
    let text = '';
    child.stdout.on('data', (bytes) => {
      text += bytes;
      if (text.includes('</script>\n')) resolve(text);
    });
    child.on('exit', () => resolve(text));
  });
  const bot = /listening on (\S+)/.exec(said)?.[1];
  assert.ok(bot, `the program did not start: ${said}`);
  return { child, bot, line: /^widget: (.*)$/m.exec(said)[1] };
}

/// A firm's page with a policy as strict as one can be; `embed()` is what it has in its head.
function startSite(embed) {
  const site = createServer((request, response) => {
    const { bot, head, lang, files } = embed();
    const { pathname } = new URL(request.url, 'http://x');
    if (files[pathname]) return response.writeHead(200, { 'Content-Type': files[pathname].type }).end(files[pathname].content);
    if (!['/', '/other'].includes(pathname)) return response.writeHead(204).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy':
      `default-src 'none'; script-src ${bot}; connect-src ${bot}; frame-src ${bot}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'` });
    response.end(`<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>A firm</title>${head}<main><h1>A firm</h1><p><a href="/other">Another page</a></p></main></html>`);
  });
  return new Promise((resolve) => site.listen(0, '127.0.0.1', () => resolve(site)));
}

/// The whole stand; `stop` it at the end.
export async function start(data = process.env.TULAY_DATA) {
  const page = { head: '', lang: 'en', bot: '', files: {} };
  const site = await startSite(() => page);
  const origin = `http://127.0.0.1:${site.address().port}`;
  const { child, bot, line } = await startProgram(origin, data).catch((error) => {
    site.close(); // else this process would never end
    throw error;
  });
  Object.assign(page, { bot, head: line });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] });
  return { page, origin, bot, line, browser, child, stop: async () => {
    await browser.close();
    site.close();
    child.kill();
  } };
}

/// A visitor in a context of their own. What goes wrong on their pages is gathered; `check` says there was nothing.
export class Visitor {
  static async arrive(stand, options = {}) {
    const visitor = new Visitor();
    visitor.stand = stand;
    visitor.context = await stand.browser.newContext({ viewport: sizes.desktop, ...options });
    visitor.page = await visitor.context.newPage();
    visitor.page.setDefaultTimeout(20000);
    visitor.requests = [];
    visitor.faults = [];
    visitor.page.on('request', (request) => visitor.requests.push(request));
    visitor.page.on('pageerror', (error) => visitor.faults.push(String(error)));
    visitor.page.on('console', (message) => message.type() === 'error' && visitor.faults.push(message.text()));
    visitor.page.on('dialog', (dialog) => visitor.faults.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
    await visitor.page.goto(options.url || stand.origin);
    await visitor.launcher.waitFor({ state: 'attached' });
    return visitor;
  }

  get launcher() { return this.page.locator('#launcher'); }
  get panel() { return this.page.locator('#panel'); }
  get input() { return this.page.locator('#message'); }
  get log() { return this.page.locator('[role=log]'); }
  get choices() { return this.page.locator('.choices button'); }
  get bar() { return this.page.locator('#bar'); }
  button(name) { return this.panel.getByRole('button', { name, exact: true }); }

  async begin() {
    await this.launcher.click();
    await this.log.waitFor({ state: 'attached' });
    if (await this.page.locator('#notice .main').isVisible()) await this.page.locator('#notice .main').click();
    await this.input.waitFor();
  }
  /// Says it and waits for the answer.
  async say(text) {
    const before = await this.answers().count();
    await this.input.fill(text);
    await this.input.press('Enter');
    await this.answers().nth(before).waitFor();
  }
  answers() { return this.log.locator('[part~=bot][lang]'); }
  questions() { return this.log.locator('[part~=you]'); }
  focused() {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot) at = at.shadowRoot.activeElement;
      return at?.id || at?.textContent || '';
    });
  }
  /// Waits until it has the focus: a frame gives it back a moment after it is gone.
  async focuses(id) {
    while (await this.focused() !== id) await this.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  /// Hosts that were asked for anything.
  hosts() { return new Set(this.requests.map((request) => new URL(request.url()).origin)); }
  /// The code in the newest text of the demo's outbox.
  async code() {
    const { texts } = await (await fetch(`${this.stand.bot}/v1/demo/outbox`)).json();
    return /\d{6}/.exec(texts.at(-1).text)[0];
  }
  async picture(name) { await this.page.screenshot({ path: `${process.env.TULAY_SCREENSHOTS}/${name}.png` }); }
  /// Needs a context with bypassCSP.
  async accessible(state, frame = this.page.mainFrame()) {
    await frame.evaluate(axe);
    const { violations } = await frame.evaluate(() => window.axe.run());
    const found = violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`);
    assert.deepEqual(found, [], state);
  }
  async leave(...expected) {
    const unexpected = this.faults.filter((fault) => !expected.some((part) => fault.includes(part)));
    assert.deepEqual(unexpected, []);
    await this.context.close();
  }
}
