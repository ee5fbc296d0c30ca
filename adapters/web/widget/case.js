// A client's own case, fetched when it is first spoken of: fields for a code or a date, the case card, and the frame
// on the server's own origin, whose words the page around it cannot read (security.md §4).
const Chat = customElements.get('tulay-chat');
const { make } = Chat;

// [English, Spanish, Tagalog]
const TEXTS = {
  code: ['Code of 6 digits', 'Código de 6 cifras', 'Code na may 6 na numero'],
  date: ['Date', 'Fecha', 'Petsa'],
  other: ['Write something else', 'Escribir otra cosa', 'Iba ang isusulat'],
  yourCase: ['Your case', 'Su caso', 'Ang kaso ninyo'],
  protectedWindow: ['Protected window of the office', 'Ventana protegida de la oficina', 'Protektadong window ng opisina'],
  openWindow: ['Open the protected window', 'Abrir la ventana protegida', 'Buksan ang protektadong window'],
  back: ['Back to the chat', 'Volver al chat', 'Bumalik sa chat'],
};
Object.assign(Chat.texts, TEXTS);

const CSS = `
.card{margin-block:.4em .8em;padding:.6em .8em;border:1px solid var(--ln);border-radius:var(--r);background:var(--bg)}
.card .title::first-letter,.card .what::first-letter{text-transform:uppercase}
.card .status{font-size:1.25em;font-weight:700}
.card ol{list-style:none;margin:.6em 0;padding:0}
.card li{position:relative;padding:0 0 .7em 1.4em}
.card li::before{content:"";position:absolute;inset-block-start:.4em;inset-inline-start:0;inline-size:.7em;block-size:.7em;border-radius:50%;
 border:2px solid var(--fg);background:var(--bg)}
.card .done::before,.card .now::before{background:var(--fg)}
.card li:not(:last-child)::after{content:"";position:absolute;inset-block:1.3em -.2em;inset-inline-start:calc(.35em + 1px);border-inline-start:2px solid var(--ln)}
.card .now{font-weight:700}
.card time,.what{display:block}
.card time{font-weight:400}
#write>button{margin-block-start:.6em}
#write input{flex:1;min-inline-size:8em}
#write input[autocomplete]{font-size:1.25em;letter-spacing:.2em}
#frame{position:absolute;inset:0;inline-size:100%;block-size:100%;border:0;background:var(--bg);z-index:1}
@media(forced-colors:active){.card li::before{forced-color-adjust:none;border-color:CanvasText;background:Canvas}
 .card .done::before,.card .now::before{background:CanvasText}}`;
const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);

function dress(chat) {
  const { adoptedStyleSheets: sheets } = chat.shadowRoot;
  if (!sheets.includes(sheet)) chat.shadowRoot.adoptedStyleSheets = [...sheets, sheet];
}

/// What a reply has beyond its text. `newest`: nothing was said since.
export function show(chat, item, { field, case_card: card, continue_in: place }, { live, question, newest }) {
  dress(chat);
  if (card) item.querySelector('.text').before(cardOf(chat, card));
  if (card || field === 'code') chat.memory.set({ known: true, stay: false }); // not beyond this tab from here on
  if (place === 'frame') {
    item.append(chat.button('openWindow', () => openFrame(chat, question)));
    if (live && chat.panel.open) openFrame(chat, question);
  }
  if (field && newest) ask(chat, field);
  chat.showAgreed();
}

// Its dates are the file's; what it says stands in the text too, so a screen reader hears it once.
function cardOf(chat, { title, status, timeline, note }) {
  const entry = ({ label, on, state }) => make('li', { class: state, 'aria-current': state === 'now' && 'step' },
    on && make('time', { class: 'small', datetime: on }, chat.date(on)), make('span', { class: 'what' }, label));
  return make('section', { class: 'card', part: 'card', 'aria-live': 'off', 'aria-label': title },
    make('p', { class: 'title small' }, title), make('p', { class: 'status' }, status),
    make('ol', null, ...timeline.map(entry)), make('p', { class: 'small' }, note));
}

// A field of its own takes the place of the message, until something was sent.
function ask(chat, kind) {
  chat.plain?.();
  const usual = chat.input;
  const attributes = kind === 'code' ? { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: '20' } : { type: 'date' };
  const other = chat.button('other', () => {
    chat.plain();
    chat.input.focus();
  });
  const focused = chat.shadowRoot.activeElement === usual;
  chat.input = make('input', { id: 'message', part: 'input', enterkeyhint: 'send', ...attributes });
  usual.replaceWith(chat.input);
  chat.form.append(other);
  chat.say(chat.label, kind);
  if (focused) chat.input.focus();
  chat.plain = () => {
    const had = chat.shadowRoot.activeElement === chat.input;
    chat.input.replaceWith(usual);
    other.remove();
    chat.input = usual;
    chat.say(chat.label, 'message');
    delete chat.plain;
    if (had) usual.focus();
  };
}

// In the firm's page. To the frame go the question, the language, a name for this visit and "forget"; from it come
// "ready", "close", "leave" and "forgotten": no token, no code, nothing of the case.

const say = (chat, tulay, more) => chat.frame.contentWindow.postMessage({ tulay, visit: chat.memory.visit, ...more }, chat.base);

function openFrame(chat, question) {
  const ask = () => say(chat, 'ask', { text: question, language: chat.language });
  if (chat.frame) ask();
  else embed(chat).then(ask, () => {
    closeFrame(chat);
    dropFrame(chat);
    chat.alert('unreachable', '', ['again', () => openFrame(chat, question)]);
  });
  chat.frame.hidden = false;
  for (const part of chat.panel.children) part.inert = part !== chat.frame;
  chat.frame.focus();
}

function closeFrame(chat) {
  chat.frame.hidden = true;
  for (const part of chat.panel.children) part.inert = false;
  chat.input.focus();
}

function dropFrame(chat) {
  chat.frame.remove();
  chat.frame = null;
}

/// Puts the frame there; fulfilled when it listens.
function embed(chat) {
  dress(chat);
  if (!chat.memory.visit) chat.memory.set({ visit: Chat.randomId() });
  const frame = chat.frame = make('iframe', { id: 'frame', src: `${chat.base}/frame.html`, referrerpolicy: 'no-referrer', hidden: true });
  chat.say(frame, 'protectedWindow', '', 'title');
  chat.panel.append(frame);
  return new Promise((listens, fails) => {
    setTimeout(fails, 15000);
    addEventListener('message', ({ origin, source, data }) => {
      if (origin !== chat.base || source !== frame.contentWindow) return;
      if (data?.tulay === 'ready') listens();
      if (data?.tulay === 'leave') chat.leave();
      if (data?.tulay === 'forgotten') frame.dispatchEvent(new Event('forgotten'));
      if (data?.tulay !== 'close') return;
      closeFrame(chat);
      chat.hurry({ key: 'Escape', timeStamp: performance.now() });
    });
  });
}

/// Erases what was said in the frame too.
export async function forgetFrame(chat) {
  if (!chat.frame) await embed(chat);
  const erased = new Promise((done, fails) => {
    chat.frame.addEventListener('forgotten', done);
    setTimeout(fails, 15000);
  });
  say(chat, 'forget');
  await erased;
  dropFrame(chat);
}

/// In frame.html: the chat fills it and speaks of the case that the page around it was asked about.
export function inFrame(chat) {
  const allowed = chat.setting('frame').split(' ').filter((origin) => !location.ancestorOrigins || location.ancestorOrigins[0] === origin);
  const tell = (tulay) => allowed.forEach((origin) => parent.postMessage({ tulay }, origin));
  speakOfCase(chat, tell);
  let question;
  const send = () => {
    if (!chat.memory.agreed || !question) return;
    chat.send(question);
    question = null;
  };
  // What a visit kept is found again by its name, which the page around forgets with "leave now".
  const visit = (name) => {
    if (chat.panel) return;
    chat.memory = new chat.memory.constructor(`tulay:frame:${name}`);
    chat.open();
    chat.say(chat.closing, 'back', '', 'aria-label');
    chat.agreeing.addEventListener('click', send);
  };
  addEventListener('message', async ({ origin, source, data }) => {
    if (source !== parent || !allowed.includes(origin)) return;
    visit(data.visit);
    if (data.tulay === 'ask') {
      chat.switchTo(data.language);
      question = data.text;
      send();
      (chat.memory.agreed ? chat.input : chat.heading).focus();
    } else if (data.tulay === 'forget') {
      await chat.forget();
      if (!chat.memory.token) tell('forgotten');
    }
  });
  tell('ready');
}

// Where the chat in the frame is another than the one on the page.
function speakOfCase(chat, tell) {
  const { loadMenu, showFirm } = chat;
  Object.assign(chat, {
    greet: chat.clear,
    close: () => tell('close'),
    // The page around goes away and takes the frame along; a frame that went first would not be heard.
    leave() {
      chat.memory.leave();
      chat.remove();
      tell('leave');
    },
    showFirm() {
      showFirm.call(chat);
      if (chat.panel) chat.say(chat.heading, 'yourCase');
    },
    async loadMenu() {
      const menu = await loadMenu.call(chat);
      chat.starters = [];
      chat.notice.querySelector('ul').replaceChildren(...menu.case_notice.map((text) => make('li', null, text)));
      return menu;
    },
  });
}
