// What stands beside the chat, fetched when it is first needed: the form for a person, thumbs, the chat as a text.
const Chat = customElements.get('tulay-chat');
const { make } = Chat;

// [English, Spanish, Tagalog]
const TEXTS = {
  name: ['Your name', 'Su nombre', 'Pangalan ninyo'],
  reachBy: ['Phone or email', 'Teléfono o correo electrónico', 'Telepono o email'],
  when: ['When (optional)', 'Cuándo (opcional)', 'Kailan (opsyonal)'],
  ask: ['Ask the office to contact me', 'Pedir que la oficina me contacte', 'Hilinging kontakin ako ng opisina'],
  missing: ['What was missing? (optional)', '¿Qué faltó? (opcional)', 'Ano po ang kulang? (opsyonal)'],
  thanks: ['Thank you.', 'Gracias.', 'Salamat po.'],
  copied: ['The chat is copied.', 'El chat está copiado.', 'Nakopya na ang chat.'],
  caseLeftOut: ['[An answer about your case is left out.]', '[Se omite una respuesta sobre su caso.]', '[Hindi isinama ang sagot tungkol sa kaso ninyo.]'],
  caseAsk: ['Put in what was said about your case too?', '¿Incluir también lo que se dijo de su caso?', 'Isama rin po ba ang sinabi tungkol sa kaso ninyo?'],
  putIn: ['Put it in', 'Incluirlo', 'Isama'],
  leaveOut: ['Leave it out', 'Omitirlo', 'Huwag isama'],
};
Object.assign(Chat.texts, TEXTS);

export function personForm(chat) {
  const field = (key, name, more) => make('label', null, chat.say(make('span'), key), make('input', { name, maxlength: '500', ...more }));
  const form = make('form', { submit: (event) => { event.preventDefault(); askForPerson(chat, form); } },
    field('name', 'name', { required: true, autocomplete: 'name' }), field('reachBy', 'reach_by', { required: true, autocomplete: 'tel' }),
    field('when', 'when'), chat.say(make('button', { class: 'main' }), 'ask'));
  return form;
}

async function askForPerson(chat, form) {
  const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  try {
    const { ticket } = await chat.call('POST', '/v1/handoff', { ...fields, conversation: chat.memory.token });
    chat.memory.set({ notes: [...chat.memory.notes, ['ticket', ticket]] });
    chat.note('ticket', ticket);
    form.reset();
    chat.alert();
    chat.toggle(chat.menu, false);
    chat.personButton.focus();
  } catch ({ status }) {
    chat.alert(status === 400 ? 'refused' : 'unreachable');
  }
}

export function thumbs(chat, turn) {
  const row = make('div', { class: 'row', 'aria-live': 'off' });
  const vote = async (helpful, comment) => {
    try {
      await chat.call('POST', '/v1/feedback', { conversation: chat.memory.token, turn, helpful, comment });
      row.replaceChildren(chat.say(make('span', { class: 'small', tabindex: '-1' }), 'thanks'));
      row.firstChild.focus();
    } catch {
      chat.alert('unreachable');
    }
  };
  const input = make('input', { maxlength: '1000' });
  const form = make('form', { submit: (event) => { event.preventDefault(); vote(false, input.value.trim() || undefined); } },
    make('label', null, chat.say(make('span'), 'missing'), input), chat.say(make('button'), 'send'));
  const ask = () => {
    row.replaceChildren(form);
    input.focus();
  };
  row.append(chat.button('helpful', () => vote(true)), chat.button('unhelpful', ask));
  return row;
}

function transcript(chat, withCase) {
  const source = ({ title, url, as_of: day }) => `- ${[title, Chat.safe(url), day && chat.word('asOf', chat.date(day))].filter(Boolean).join(', ')}`;
  const lines = chat.lines.map(({ who, text, outcome, sources }) => [
    `${chat.word(who)}: ${outcome === 'case' && !withCase ? chat.word('caseLeftOut') : text}`, ...(sources || []).map(source)].join('\n'));
  return [`${chat.heading.textContent}, ${new Date().toLocaleString(chat.language)}`, chat.word('notice1'), ...lines].join('\n\n');
}

// What was said of a case goes along only when the visitor wants it to.
function give(chat, act) {
  if (!chat.lines.some(({ outcome }) => outcome === 'case')) return act(transcript(chat, false));
  const answer = (withCase) => () => {
    chat.alert();
    act(transcript(chat, withCase));
  };
  chat.toggle(chat.menu, false);
  chat.alert('caseAsk', '', ['leaveOut', answer(false)], ['putIn', answer(true)]);
  chat.bar.querySelector('button').focus();
}

export function copy(chat) {
  give(chat, async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      chat.quiet('copied');
    } catch {
      download(text);
    }
  });
}

// The chat alone.
export function print(chat) {
  give(chat, (text) => {
    const frame = make('iframe', { class: 'hidden', title: chat.word('print') });
    chat.root.append(frame);
    const page = frame.contentDocument;
    page.body.style.whiteSpace = 'pre-wrap';
    page.body.textContent = text;
    frame.contentWindow.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow.print();
  });
}

export function save(chat) {
  give(chat, download);
}

function download(text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  make('a', { href: address, download: 'chat.txt' }).click();
  URL.revokeObjectURL(address);
}
