// Tulay's chat for a firm's website; README.md beside it says how to use it. Nothing is fetched before the launcher
// is pressed, what anybody wrote becomes a text node, the conversation's token never stands in a URL.
(() => {
'use strict';
if (customElements.get('tulay-chat')) return; // included twice

const script = document.currentScript;
const TIMEOUT = 15000;
const MOST_WAITING = 10;
const LANGUAGES = { __proto__: null, en: 'English', es: 'Español', tl: 'Tagalog' };

// [English, Spanish, Tagalog]; {} stands for a value.
const TEXTS = {
  launcher: ['Questions?', '¿Preguntas?', 'May tanong?'],
  title: ['Law office chat', 'Chat de la oficina legal', 'Chat ng law office'],
  subtitle: ['Automated assistant. Not legal advice.', 'Asistente automático. No es asesoría legal.', 'Automated na assistant. Hindi legal na payo.'],
  close: ['Close chat', 'Cerrar el chat', 'Isara ang chat'],
  more: ['More', 'Más', 'Iba pa'],
  language: ['Language', 'Idioma', 'Wika'],
  noticeTitle: ['Before you write', 'Antes de escribir', 'Bago po kayo magsulat'],
  notice1: ['This is an automated assistant, not a lawyer. It gives general information, not legal advice.', 'Este es un asistente automático, no un abogado. Da información general, no asesoría legal.', 'Automated na assistant po ito, hindi abogado. Pangkalahatang impormasyon ang ibinibigay nito, hindi legal na payo.'],
  notice2: ['Using this chat does not make you a client of the office.', 'Usar este chat no lo hace cliente de la oficina.', 'Hindi po kayo nagiging kliyente ng opisina sa paggamit ng chat na ito.'],
  notice3: ['Please do not write A-numbers, Social Security numbers or other private numbers here.', 'Por favor no escriba aquí su número A, su número de Seguro Social ni otros números privados.', 'Huwag po munang isulat dito ang A-number, Social Security number o iba pang pribadong numero.'],
  notice4: ['The office keeps what you send and can read it. “Forget this chat” erases it.', 'La oficina guarda lo que usted envía y puede leerlo. «Olvidar este chat» lo borra.', 'Itinatago ng opisina ang ipinapadala ninyo at maaari itong basahin. Binubura ito ng “Kalimutan ang chat na ito”.'],
  privacy: ['Privacy policy', 'Política de privacidad', 'Patakaran sa privacy'],
  agree: ['I understand. Start', 'Entiendo. Empezar', 'Naiintindihan ko. Simulan'],
  greeting: ['Hello! Ask a question about humanitarian parole, or choose one below.', '¡Hola! Haga una pregunta sobre el parole humanitario o elija una de abajo.', 'Kumusta po! Magtanong tungkol sa humanitarian parole, o pumili sa ibaba.'],
  log: ['Conversation', 'Conversación', 'Usapan'],
  you: ['You', 'Usted', 'Kayo'],
  bot: ['Assistant', 'Asistente', 'Assistant'],
  message: ['Your message', 'Su mensaje', 'Ang mensahe ninyo'],
  send: ['Send', 'Enviar', 'Ipadala'],
  typing: ['Looking that up…', 'Buscando la respuesta…', 'Hinahanap po ang sagot…'],
  which: ['Choose one', 'Elija una opción', 'Pumili po ng isa'],
  suggestions: ['You could ask', 'Puede preguntar', 'Puwede ninyong itanong'],
  sources: ['Sources ({})', 'Fuentes ({})', 'Mga pinagkunan ({})'],
  asOf: ['as of {}', 'al {}', 'noong {}'],
  newTab: ['(new tab)', '(pestaña nueva)', '(bagong tab)'],
  helpful: ['Helpful', 'Útil', 'Nakatulong'],
  unhelpful: ['Not helpful', 'No me ayudó', 'Hindi nakatulong'],
  urgent: ['Urgent: please call the office now.', 'Urgente: por favor llame a la oficina ahora.', 'Apurahan: tumawag na po sa opisina.'],
  call: ['Call {}', 'Llamar al {}', 'Tumawag sa {}'],
  person: ['Talk to a person', 'Hablar con una persona', 'Makipag-usap sa tao'],
  ticket: ['A person will contact you. Your request number: {}', 'Una persona se comunicará con usted. Su número de solicitud: {}', 'May taong kokontak sa inyo. Numero ng inyong kahilingan: {}'],
  notSent: ['Not sent yet: there is no connection. Your words are kept.', 'Aún no se envió: no hay conexión. Sus palabras están guardadas.', 'Hindi pa naipapadala: walang koneksyon. Nakatago ang isinulat ninyo.'],
  busy: ['The assistant is busy. Your message will be sent in {} seconds.', 'El asistente está ocupado. Su mensaje se enviará en {} segundos.', 'Abala ang assistant. Ipapadala ang mensahe ninyo sa loob ng {} segundo.'],
  refused: ['This message cannot be sent as it is. Please change it.', 'Este mensaje no se puede enviar así. Por favor cámbielo.', 'Hindi maipapadala nang ganito ang mensahe. Pakibago po.'],
  unreachable: ['The assistant cannot be reached right now.', 'El asistente no está disponible en este momento.', 'Hindi maabot ang assistant sa ngayon.'],
  again: ['Try again', 'Intentar otra vez', 'Subukan ulit'],
  ended: ['The earlier chat has ended. This is a new one.', 'El chat anterior terminó. Este es uno nuevo.', 'Tapos na po ang naunang chat. Bago na ito.'],
  copy: ['Copy the chat', 'Copiar el chat', 'Kopyahin ang chat'],
  print: ['Print', 'Imprimir', 'I-print'],
  save: ['Save as a text file', 'Guardar como texto', 'I-save bilang text'],
  stay: ['Keep this chat on this device', 'Conservar este chat en este dispositivo', 'Itago ang chat sa device na ito'],
  leave: ['Leave now', 'Salir ya', 'Umalis agad'],
  forget: ['Forget this chat', 'Olvidar este chat', 'Kalimutan ang chat na ito'],
  forgetAsk: ['Erase this chat here and at the office?', '¿Borrar este chat aquí y en la oficina?', 'Burahin ang chat na ito rito at sa opisina?'],
  erase: ['Erase', 'Borrar', 'Burahin'],
  keep: ['Keep', 'Conservar', 'Huwag'],
  forgotten: ['The chat is erased.', 'El chat está borrado.', 'Nabura na ang chat.'],
  notForgotten: ['The chat could not be erased. Please try again.', 'No se pudo borrar el chat. Intente otra vez.', 'Hindi nabura ang chat. Pakisubukan ulit.'],
};

// The accent is only a background, so that one pair of colours is all a firm can get wrong.
const CSS = `
:host{display:contents}
[hidden]{display:none!important}
#root{all:initial;color-scheme:light dark;font:max(16px,1rem)/1.5 var(--tulay-font,system-ui,sans-serif);
 --a:var(--tulay-accent,#1d4f91);--oa:var(--tulay-on-accent,#fff);--bg:var(--tulay-bg,#fff);--fg:var(--tulay-fg,#1b1b1b);
 --mu:var(--tulay-muted,#565656);--ln:#767676;--soft:#eef2f7;--r:var(--tulay-radius,.6em);--o:var(--tulay-offset,1em);
 --z:var(--tulay-z,2147483000);color:var(--fg)}
@media(prefers-color-scheme:dark){#root{--a:var(--tulay-accent,#9cc4ff);--oa:var(--tulay-on-accent,#0b1a2e);
 --bg:var(--tulay-bg,#14181e);--fg:var(--tulay-fg,#ececec);--mu:var(--tulay-muted,#b5b5b5);--ln:#8b8b8b;--soft:#232a34}}
#root *{box-sizing:border-box;unicode-bidi:plaintext}
button,select,input,textarea{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--ln);border-radius:var(--r);
 min-block-size:2.75em;min-inline-size:2.75em;padding:.4em .7em;margin:0}
button{cursor:pointer}
li button,#menu button{text-align:start}
a{color:inherit}
:focus-visible{outline:3px solid var(--fg);outline-offset:2px}
.main{background:var(--a);color:var(--oa);border-color:transparent;font-weight:600}
#launcher{position:fixed;inset-block-end:var(--o);inset-inline-end:var(--o);z-index:var(--z);border-radius:2em;padding-inline:1.2em;
 box-shadow:0 1px 6px #0006}
.start #launcher,.start dialog:not(:modal){inset-inline:var(--o) auto}
dialog{position:fixed;margin:0;padding:0;inset:auto;inset-block-end:calc(var(--o) + 3.5em);inset-inline-end:var(--o);z-index:var(--z);
 inline-size:min(25em,100vw - 2*var(--o));block-size:min(42em,100dvh - 2*var(--o) - 3.5em);max-inline-size:none;max-block-size:none;
 color:var(--fg);background:var(--bg);border:1px solid var(--ln);border-radius:var(--r);box-shadow:0 4px 24px #0006;overflow-y:auto}
dialog[open]{display:flex;flex-direction:column}
dialog:modal{inset:var(--top,0) 0 auto;inline-size:100%;block-size:var(--height,100dvh);border-radius:0;border-width:0}
header,#write,#bar,#person{padding:.6em .8em;flex:none}
header{border-block-end:1px solid var(--ln)}
h2,h3,p,ul{margin:0;padding:0}
h2{font-size:1.1em;line-height:1.3}
h3{font-size:1em}
h2:focus{outline:none}
.row{display:flex;gap:.5em;align-items:center;flex-wrap:wrap}
.row>.grow{flex:1;min-inline-size:0;overflow-wrap:anywhere}
.small{font-size:.875em;color:var(--mu)}
#tools{margin-block-start:.5em}
#menu{display:grid;gap:.4em;margin-block-start:.5em}
#person{border-block-end:1px solid var(--ln)}
#person label{display:block;margin-block-start:.5em}
#person input{inline-size:100%;display:block}
#person button{margin-block-start:.7em}
#body{flex:1;overflow-y:auto;padding:.8em;min-block-size:5em;overscroll-behavior:contain}
#notice{border:1px solid var(--ln);border-radius:var(--r);padding:.5em .6em;margin-block-end:.8em}
#notice ul{font-size:.875em;line-height:1.4}
#notice li{margin-inline-start:1.1em;margin-block:.2em}
.item{max-inline-size:92%;inline-size:fit-content;margin-block-end:.8em;padding:.5em .8em;border:1px solid transparent;border-radius:var(--r);
 background:var(--soft);overflow-wrap:anywhere}
.you{background:var(--a);color:var(--oa);margin-inline-start:auto}
.pending{outline:2px dashed var(--ln)}
.note{background:none;border-color:var(--ln)}
.urgent{background:var(--bg);border:3px solid var(--fg);font-weight:600}
.who{display:block;font-size:.75em}
.text{white-space:pre-line}
details{margin-block-start:.4em;font-size:.9em}
summary{cursor:pointer;min-block-size:2em;padding-block:.25em}
details li{margin-inline-start:1.2em;margin-block:.4em}
.choices{list-style:none;display:flex;flex-wrap:wrap;gap:.5em;margin-block-start:.3em}
.choices.which{flex-direction:column;align-items:stretch}
.choices button{border-color:var(--fg)}
[aria-pressed=true]::before{content:"✓ "/""}
#bar{border-block-start:1px solid var(--ln);font-weight:600}
#status:empty{display:none}
#status{padding:0 .8em .3em}
#write{border-block-start:1px solid var(--ln)}
#write textarea{display:block;flex:1;min-inline-size:0;resize:none;block-size:3.4em}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-height:30em){dialog[open]{display:block}#body{overflow:visible}
 #write{position:sticky;inset-block-end:0;background:var(--bg)}#write label{position:absolute;clip-path:inset(50%)}#write textarea{block-size:2.75em}}
@media(forced-colors:active){.item,#launcher,.main{border-color:CanvasText}}`;

// A function listens, null is left out, a string becomes a text node.
function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value != null && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

// Links go to https and tel only.
function safe(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'tel:' ? url.href : null;
  } catch {
    return null;
  }
}

const randomId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

// By WCAG; NaN when the browser names colours otherwise.
function contrast(element) {
  const style = getComputedStyle(element);
  const light = [style.color, style.backgroundColor].map((colour) => {
    const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
    if (!parts) return NaN;
    const [r, g, b] = parts.slice(1).map((part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  });
  return Math.max(...light) / Math.min(...light);
}

// Outlives a reload in this tab, where storage is allowed; beyond the tab only if the visitor wants it to.
const NOTHING = { token: null, draft: '', waiting: [], notes: [] };
class Memory {
  constructor(key) {
    this.key = key;
    Object.assign(this, NOTHING);
    try {
      Object.assign(this, JSON.parse(sessionStorage.getItem(key) || localStorage.getItem(key)));
    } catch { /* forbidden */ }
  }
  set(changes) {
    Object.assign(this, changes);
    const { key, ...kept } = this;
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
      if (this.stay) localStorage.setItem(key, JSON.stringify(kept));
      else localStorage.removeItem(key);
    } catch { /* forbidden or full */ }
  }
  leave() {
    this.set = () => {};
    try {
      sessionStorage.removeItem(this.key);
      localStorage.removeItem(this.key);
    } catch { /* forbidden */ }
  }
}

class TulayChat extends HTMLElement {
  static texts = TEXTS;
  static make = make;
  static safe = safe;
  static randomId = randomId;

  connectedCallback() {
    if (this.root) return;
    this.base = new URL(this.setting('base') || script?.src || '', location).origin;
    this.framed = this.setting('frame') != null; // in frame.html
    this.memory = new Memory(`tulay:${this.base}`);
    this.said = new Map();
    this.items = {};
    this.starters = this.offers = this.lines = this.offered = this.escapes = [];
    this.firm = {};
    this.turn = 0;
    this.language = [this.memory.language, this.setting('lang'), document.documentElement.lang, navigator.language, 'en']
      .map((tag) => String(tag).toLowerCase().replace('fil', 'tl').slice(0, 2)).find((tag) => LANGUAGES[tag]);
    this.build();
  }

  // An attribute of the element, else data-NAME of the script.
  setting(name) {
    return this.getAttribute(name) ?? script?.getAttribute(`data-${name}`);
  }

  word(key, value) {
    return TEXTS[key][Object.keys(LANGUAGES).indexOf(this.language)].replace('{}', () => value);
  }

  // Shows a text in an element or its attribute, and again when the language changes.
  say(element, key, value, attribute) {
    const show = () => {
      if (attribute) element.setAttribute(attribute, this.word(key, value));
      else element.textContent = this.word(key, value);
    };
    this.said.set(element, show);
    show();
    return element;
  }

  button(key, click, attributes) {
    return this.say(make('button', { type: 'button', click, ...attributes }), key);
  }

  link(href, ...text) {
    return make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...text);
  }

  speak(language) {
    if (!LANGUAGES[language] || language === this.language) return;
    this.language = language;
    this.root.lang = this.languages.value = language;
    for (const [element, show] of this.said) {
      if (this.root.contains(element)) show();
      else this.said.delete(element);
    }
    this.showFirm();
    if (this.ready) this.loadMenu().then(() => this.lines.length || this.choose(this.starters), () => {});
  }

  date(iso) {
    return new Date(iso).toLocaleDateString(this.language, { dateStyle: 'medium', timeZone: 'UTC' });
  }

  build() {
    const sheet = new CSSStyleSheet(); // <style> would need 'unsafe-inline'
    sheet.replaceSync(CSS);
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    this.root = make('section', { id: 'root', lang: this.language, class: this.setting('position'), keydown: (event) => this.hurry(event) });
    this.say(this.root, 'title', '', 'aria-label');
    this.launcher = this.button('launcher', () => (this.panel?.open ? this.close() : this.open()),
      { id: 'launcher', part: 'launcher', class: 'main', 'aria-expanded': 'false', hidden: this.framed || this.setting('hide-launcher') != null });
    this.root.append(this.launcher);
    shadow.append(this.root);
    const colours = ['accent', 'on-accent'];
    for (const name of colours) {
      const colour = this.setting(name);
      if (colour) this.root.style.setProperty(`--tulay-${name}`, colour);
    }
    const ratio = contrast(this.launcher);
    if (ratio < 4.5) {
      console.warn(`tulay-chat: accent on on-accent has contrast ${ratio.toFixed(1)}, less than 4.5`);
      for (const name of colours) this.root.style.setProperty(`--tulay-${name}`, 'initial');
    }
    if (this.framed) this.part('case').then((part) => part.inFrame(this));
    else if (this.setting('open') != null) this.open();
  }

  buildPanel() {
    this.heading = make('h2', { id: 'title', tabindex: '-1' });
    this.languages = make('select', { change: () => this.switchTo(this.languages.value) });
    for (const [tag, name] of Object.entries(LANGUAGES)) this.languages.append(make('option', { value: tag, lang: tag }, name));
    this.languages.value = this.language;
    this.say(this.languages, 'language', '', 'aria-label');
    this.menu = make('div', { id: 'menu', hidden: true },
      ...['copy', 'print', 'save'].map((name) => this.button(name, async () => (await this.part('beside'))?.[name](this))),
      this.staying = this.button('stay', () => {
        this.memory.set({ stay: !this.memory.stay });
        this.showAgreed();
      }),
      this.button('forget', () => this.askToForget()), this.button('leave', () => this.leave()));
    this.menuButton = this.opener('more', this.menu);
    this.person = make('div', { id: 'person', hidden: true });
    this.personButton = this.opener('person', this.person);
    this.parts = [[this.menuButton, this.menu], [this.personButton, this.person]];
    this.closing = make('button', { type: 'button', click: () => this.close() }, '✕');
    this.say(this.closing, 'close', '', 'aria-label');
    const header = make('header', { part: 'header' },
      make('div', { class: 'row' }, make('div', { class: 'grow' }, this.heading, this.say(make('p', { class: 'small' }), 'subtitle')), this.menuButton, this.closing),
      make('div', { class: 'row', id: 'tools' }, this.personButton, this.languages), this.menu);

    this.log = make('div', { 'aria-live': 'off' });
    this.say(this.log, 'log', '', 'aria-label');
    this.choices = make('div', { hidden: true });
    this.notice = this.noticeBox();
    this.body = make('div', { id: 'body', tabindex: '0', role: 'group' }, this.notice, this.log, this.choices);
    this.say(this.body, 'log', '', 'aria-label');
    this.status = make('p', { id: 'status', role: 'status', class: 'small' });
    this.bar = make('div', { id: 'bar', role: 'alert', hidden: true });
    this.panel = make('dialog', { id: 'panel', part: 'panel', 'aria-labelledby': 'title', keydown: (event) => event.key === 'Escape' && !event.isComposing && this.escape(event),
      cancel: (event) => this.escape(event), close: () => this.closed() },
    header, this.person, this.body, this.status, this.bar, this.writing());
    this.launcher.setAttribute('aria-controls', 'panel');
    this.root.append(this.panel);
    this.showFirm();
    this.showAgreed();
    this.follow();
  }

  noticeBox() {
    const link = safe(this.setting('privacy'));
    return make('div', { id: 'notice', part: 'notice' }, this.say(make('h3'), 'noticeTitle'),
      make('ul', null, ...[1, 2, 3, 4].map((number) => this.say(make('li'), `notice${number}`)),
        link && make('li', null, this.say(this.link(link), 'privacy'))),
      this.agreeing = this.button('agree', () => {
        this.memory.set({ agreed: true });
        this.showAgreed();
        this.input.focus();
        this.reveal(this.log);
      }, { class: 'main' }));
  }

  writing() {
    this.input = make('textarea', { id: 'message', part: 'input', rows: '2', maxlength: '2000', enterkeyhint: 'send', dir: 'auto',
      input: () => this.memory.set({ draft: this.input.value }),
      keydown: (event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.sendInput();
      } });
    this.input.value = this.memory.draft;
    return this.form = make('form', { id: 'write', submit: (event) => { event.preventDefault(); this.sendInput(); } },
      this.label = this.say(make('label', { for: 'message', class: 'small' }), 'message'),
      make('div', { class: 'row' }, this.input, this.say(make('button', { type: 'submit', part: 'send', class: 'main' }), 'send')));
  }

  showAgreed() {
    const { agreed } = this.memory;
    this.agreeing.hidden = agreed;
    this.form.hidden = this.log.hidden = !agreed;
    this.staying.hidden = this.framed || this.memory.known; // never with a case
    this.staying.setAttribute('aria-pressed', !!this.memory.stay);
    this.choices.hidden = !agreed || !this.offered.length;
  }

  showFirm() {
    if (!this.panel) return;
    const name = this.setting('firm') || this.firm.name;
    if (name) {
      this.heading.textContent = name;
      this.said.delete(this.heading);
    } else this.say(this.heading, 'title');
    const phone = this.setting('phone') || this.firm.phone;
    this.personButton.hidden = !phone && !this.offers.includes('handoff');
    if (!this.person.contains(this.shadowRoot.activeElement)) this.buildPerson(phone);
  }

  opener(key, part) {
    return this.button(key, () => this.toggle(part), { 'aria-expanded': 'false', 'aria-controls': part.id });
  }

  // At most one part is open.
  toggle(part, on = part.hidden) {
    for (const [button, one] of this.parts) {
      one.hidden = one !== part || !on;
      button.setAttribute('aria-expanded', !one.hidden);
    }
    if (on) part.querySelector('a,input,button').focus();
  }

  open() {
    if (!this.panel) this.buildPanel();
    if (this.panel.open) return;
    if (this.narrow.matches) this.panel.showModal();
    else this.panel.show();
    this.tell('open');
    (this.memory.agreed && !this.narrow.matches ? this.input : this.heading).focus();
    if (!this.started) this.start();
  }

  close() {
    this.panel?.close();
  }

  closed() {
    if (this.panel.open) return; // again, in the other form
    this.tell('close');
    this.launcher.focus();
  }

  tell(what) {
    this.launcher.setAttribute('aria-expanded', what === 'open');
    this.dispatchEvent(new CustomEvent(`tulay:${what}`, { bubbles: true }));
  }

  // Phone or not, keyboard up or not.
  follow() {
    this.narrow = matchMedia('(max-width: 30em)');
    this.narrow.addEventListener('change', () => {
      if (!this.panel.open) return;
      const focused = this.shadowRoot.activeElement;
      this.panel.close();
      this.open();
      focused?.focus();
    });
    const fit = () => {
      if (visualViewport.scale > 1.01) return; // pinched, which is no keyboard
      this.panel.style.setProperty('--height', `${visualViewport.height}px`);
      this.panel.style.setProperty('--top', `${visualViewport.offsetTop}px`);
    };
    for (const type of ['resize', 'scroll']) window.visualViewport?.addEventListener(type, fit);
    addEventListener('online', () => this.pump());
  }

  escape(event) {
    event.preventDefault();
    const open = this.parts.find(([, part]) => !part.hidden);
    if (!open) return this.close();
    this.toggle(this.menu, false);
    open[0].focus();
  }

  // Escape three times within two seconds.
  hurry({ key, timeStamp }) {
    if (key !== 'Escape') return;
    this.escapes = [timeStamp, ...this.escapes.slice(0, 2)];
    if (timeStamp - this.escapes[2] < 2000) this.leave();
  }

  // Some read this beside the wrong person.
  leave() {
    this.memory.leave();
    this.remove();
    location.replace(this.setting('leave-to') || 'about:blank');
  }

  // What is fetched when it is first needed.
  part(name) {
    return import(`${this.base}/widget-${name}.js`).catch(() => this.panel && this.alert('unreachable'));
  }

  async call(method, path, body) {
    const headers = {};
    if (body) headers['Content-Type'] = 'application/json';
    else if (this.memory.token) headers.Authorization = `Bearer ${this.memory.token}`;
    const response = await fetch(this.base + path, { method, headers, body: body && JSON.stringify(body), credentials: 'omit',
      cache: 'no-store', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) throw Object.assign(new Error(), { status: response.status, wait: Number(response.headers.get('Retry-After')) });
    return response.status === 204 ? null : response.json();
  }

  async start() {
    this.started = true;
    this.alert();
    try {
      await Promise.all([this.loadMenu(), this.resume()]);
    } catch {
      this.started = false;
      return this.alert('unreachable', '', ['again', () => this.start()]);
    }
    const { notes, waiting } = this.memory;
    if (!this.turn) {
      this.greet();
      if (!waiting.length) this.choose(this.starters);
    }
    for (const note of notes) this.note(...note);
    for (const message of waiting) this.showMessage(message);
    this.log.setAttribute('role', 'log'); // only now: history is not read out again
    this.log.removeAttribute('aria-live');
    this.ready = true;
    this.pump();
  }

  async loadMenu() {
    const { language } = this;
    const menu = await this.call('GET', `/v1/topics?language=${language}`);
    if (language !== this.language) return this.loadMenu(); // switched while it was on its way
    this.starters = menu.topics;
    this.offers = menu.offers || [];
    this.firm = menu.firm || {};
    this.showFirm();
    return menu;
  }

  async resume() {
    if (!this.memory.token || this.ready) return;
    const { resumed, turns } = await this.call('GET', '/v1/conversation');
    if (!resumed) this.memory.set({ token: null });
    this.clear();
    for (const turn of turns) {
      this.showMessage({ text: turn.message, language: turn.language });
      this.showAnswer(turn, false, turn.message);
    }
  }

  sendInput() {
    if (this.send(this.input.value)) {
      this.input.value = '';
      this.memory.set({ draft: '' });
    }
  }

  // Keeps a message until it was answered; false when there is nothing or too much.
  send(text) {
    text = text.trim();
    text = this.offered[text - 1]?.message ?? text; // "2" is the second choice
    const { waiting } = this.memory;
    if (!text || waiting.length >= MOST_WAITING) return false;
    const message = { text, id: randomId(), language: this.language };
    this.memory.set({ waiting: [...waiting, message] });
    this.choose([]);
    this.plain?.();
    if (this.ready) this.reveal(this.showMessage(message)); // else start() shows it
    this.input.focus();
    this.pump();
    return true;
  }

  // Sends what waits, one by one. The id makes it safe to send again.
  async pump() {
    const message = this.memory.waiting[0];
    if (!message || this.busy || !this.ready) return;
    this.busy = true;
    clearTimeout(this.later);
    this.alert();
    const typing = setTimeout(() => this.say(this.status, 'typing'), 400);
    let answer;
    let problem;
    try {
      this.sending = this.call('POST', '/v1/chat',
        { message: message.text, language: message.language, client_message_id: message.id, conversation: this.memory.token });
      answer = await this.sending;
      if (!answer.replies) throw answer;
      this.memory.set({ token: answer.conversation });
    } catch (failure) {
      problem = failure;
    }
    clearTimeout(typing);
    this.quiet();
    this.busy = false;
    if (this.memory.waiting[0] === message) { // else forgotten meanwhile
      if (problem) return this.notSent(message, problem);
      this.memory.set({ waiting: this.memory.waiting.slice(1) });
      this.accept(message, answer);
    }
    this.pump();
  }

  accept(message, answer) {
    const shown = this.items[message.id];
    shown.classList.remove('pending');
    if (answer.resumed === false) {
      this.turn = 0;
      this.note('ended');
      this.log.append(shown);
    }
    if (answer.turn <= this.turn) return shown.remove(); // it came with the history
    if (!this.memory.language) this.speak(answer.language);
    this.showAnswer(answer, true, message.text);
    this.reveal(shown);
  }

  notSent(message, { status, wait }) {
    if (status === 429 || status === 503) {
      const seconds = Math.max(wait || 1, 1);
      this.later = setTimeout(() => this.pump(), seconds * 1000);
      return this.alert('busy', seconds, ['again', () => this.pump()]);
    }
    if (status === 400) {
      this.memory.set({ waiting: this.memory.waiting.slice(1) });
      this.items[message.id].remove();
      this.input.value = [message.text, this.input.value].filter(Boolean).join('\n');
      this.memory.set({ draft: this.input.value });
      return this.alert('refused');
    }
    this.alert('notSent', '', ['again', () => this.pump()]);
  }

  item(who, text, kind = '', language = null) {
    const item = make('div', { class: `item ${kind}`, part: `message ${who}`, lang: language, dir: 'auto' },
      this.say(make('span', { class: 'who' }), who), make('p', { class: 'text' }, text));
    this.log.append(item);
    return item;
  }

  showMessage(message) {
    this.lines.push({ who: 'you', text: message.text });
    return this.items[message.id] = this.item('you', message.text, message.id ? 'you pending' : 'you', message.language);
  }

  showAnswer({ turn, language, replies, handoff }, live, question) {
    this.turn = turn;
    if (['now', 'emergency'].includes(handoff?.level)) this.showUrgent(handoff, live);
    let item;
    for (const reply of replies) {
      const shown = item = this.item('bot', reply.text, '', language);
      this.lines.push({ who: 'bot', text: reply.text, outcome: reply.outcome, sources: reply.sources });
      if (reply.sources.length) item.append(this.sources(reply.sources));
      if (reply.field || reply.case_card || reply.continue_in)
        this.part('case').then((part) => part?.show(this, shown, reply, { live, question, newest: turn === this.turn }));
      if (reply.page) item.append(this.link(this.base + reply.page, this.word('print'))); // as a page of its own
    }
    if (live && this.offers.includes('feedback')) this.part('beside').then((part) => item?.append(part.thumbs(this, turn)));
    const { suggestions = [], outcome } = replies.at(-1) || {};
    this.choose(suggestions, outcome === 'clarify' || outcome === 'ask');
  }

  showUrgent({ phone }, live) {
    const box = make('div', { class: 'item urgent', role: live && 'alert' }, this.say(make('p'), 'urgent'));
    if (phone) box.append(this.callLink(phone));
    this.log.append(box);
  }

  callLink(phone) {
    return this.say(make('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}` }), 'call', phone);
  }

  // A live region switched off: an answer is read out without its links.
  sources(list) {
    const items = list.map(({ title, url, as_of: day }) => {
      const link = safe(url);
      const name = link ? this.link(link, title, ' ', this.say(make('span'), 'newTab')) : title;
      return make('li', null, name, day && ', ', day && this.say(make('span'), 'asOf', this.date(day)));
    });
    return make('details', { 'aria-live': 'off' }, this.say(make('summary'), 'sources', list.length), make('ul', null, ...items));
  }

  choose(suggestions, which = false) {
    this.offered = suggestions;
    this.choices.replaceChildren();
    if (suggestions.length) {
      const label = this.say(make('p', { class: 'small', id: 'offer' }), which ? 'which' : 'suggestions');
      this.choices.append(label, make('ul', { class: which ? 'choices which' : 'choices', 'aria-labelledby': 'offer' },
        ...suggestions.map((one) => make('li', { lang: this.language }, make('button', { type: 'button', part: 'reply', click: () => this.send(one.message) }, one.label)))));
    }
    this.showAgreed();
  }

  greet() {
    this.clear();
    const own = this.setting('greeting');
    const item = this.item('bot', own || '');
    if (!own) this.say(item.querySelector('.text'), 'greeting');
  }

  note(key, value) {
    this.log.append(this.say(make('div', { class: 'item note' }), key, value));
    this.lines.push({ who: 'bot', text: this.word(key, value) });
  }

  clear() {
    this.log.replaceChildren();
    this.lines = [];
    this.turn = 0;
  }

  reveal(item) {
    for (const scroller of [this.body, this.panel]) {
      scroller.scrollTop += item.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8;
    }
  }

  quiet(key) {
    this.said.delete(this.status);
    if (key) this.say(this.status, key);
    else this.status.textContent = '';
  }

  // Without a key it goes away.
  alert(key, value, ...actions) {
    const focused = this.bar.contains(this.shadowRoot.activeElement);
    this.bar.replaceChildren();
    this.bar.hidden = !key;
    if (key) {
      this.bar.append(make('div', { class: 'row' }, this.say(make('span', { class: 'grow' }), key, value),
        ...actions.map(([name, act]) => this.button(name, act))));
    } else if (focused) (this.form.hidden ? this.heading : this.input).focus();
  }

  switchTo(language) {
    this.memory.set({ language });
    this.speak(language);
  }

  buildPerson(phone) {
    const { hours } = this.firm;
    this.person.replaceChildren();
    if (phone) this.person.append(this.callLink(phone));
    if (hours) this.person.append(make('p', { class: 'small' }, hours));
    const place = make('div');
    this.person.append(place);
    if (this.offers.includes('handoff')) this.part('beside').then((part) => part && place.append(part.personForm(this)));
  }

  askToForget() {
    this.toggle(this.menu, false);
    this.alert('forgetAsk', '', ['erase', () => this.forget()], ['keep', () => this.alert()]);
    this.bar.querySelector('button').focus();
  }

  async forget() {
    this.memory.set({ waiting: [] });
    await this.sending?.catch(() => {}); // its answer may bring the token
    try {
      if (this.memory.token) await this.call('DELETE', '/v1/conversation');
      if (this.memory.visit) await (await this.part('case')).forgetFrame(this);
    } catch {
      return this.alert('notForgotten', '', ['again', () => this.forget()]);
    }
    this.memory.set({ ...NOTHING, known: false, visit: null });
    this.plain?.();
    this.input.value = '';
    this.greet();
    this.choose(this.starters);
    this.alert();
    this.quiet('forgotten');
    this.input.focus();
    this.reveal(this.log);
  }
}

customElements.define('tulay-chat', TulayChat);
const place = () => document.querySelector('tulay-chat') || document.body.append(document.createElement('tulay-chat'));
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place);
else place();
})();
