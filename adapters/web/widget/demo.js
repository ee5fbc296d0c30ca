'use strict';

// Text only: everything shown goes through textContent, and links are https or tel.
const chat = document.getElementById('chat');
const form = document.getElementById('ask');
const box = document.getElementById('message');
const language = document.getElementById('language');
const stored = 'tulay-conversation';

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function add(className, who) {
  const item = element('li', '', className);
  item.setAttribute('aria-label', who);
  chat.append(item);
  return item;
}

function link(source) {
  const text = source.as_of ? `${source.title} (${source.as_of})` : source.title;
  if (!/^(https:\/\/|tel:)/.test(source.url)) return element('span', text);
  const made = element('a', text);
  made.href = source.url;
  made.rel = 'noopener noreferrer';
  return made;
}

function telephone(number) {
  return link({ title: number, url: `tel:${number.replace(/[^+\d]/g, '')}`, as_of: null });
}

function showReply(reply, tag) {
  const item = add('bot', 'Tulay');
  item.lang = tag;
  item.append(element('p', reply.text, 'text'));
  if (reply.suggestions.length) {
    const choices = element('p', '', 'choices');
    for (const choice of reply.suggestions) {
      const button = element('button', choice.label);
      button.type = 'button';
      button.addEventListener('click', () => send(choice.message));
      choices.append(button);
    }
    item.append(choices);
  }
  if (reply.sources.length) {
    const sources = element('ul', '', 'sources');
    for (const source of reply.sources) {
      const entry = element('li');
      entry.append(link(source));
      sources.append(entry);
    }
    item.append(sources);
  }
  const asked = reply.intent ? ` · ${reply.intent} · ${reply.confidence.toFixed(2)}` : '';
  item.append(element('p', reply.outcome + asked, 'outcome'));
}

function showTurn(turn) {
  for (const reply of turn.replies) showReply(reply, turn.language);
  if (turn.handoff) add('bot', 'Tulay').append(telephone(turn.handoff.phone));
  chat.lastElementChild.scrollIntoView({ block: 'nearest' });
}

function showClient(text) {
  add('client', 'You').append(element('p', text, 'text'));
}

async function send(text) {
  showClient(text);
  const body = { message: text, client_message_id: crypto.randomUUID ? crypto.randomUUID() : String(Date.now()) };
  const conversation = sessionStorage.getItem(stored);
  if (conversation) body.conversation = conversation;
  if (language.value) body.language = language.value;
  try {
    const response = await fetch('/v1/chat', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail);
    sessionStorage.setItem(stored, answer.conversation);
    showTurn(answer);
  } catch (failure) {
    add('bot error', 'Tulay').append(element('p', `That did not work: ${failure.message}`, 'text'));
  }
  box.focus();
}

function withToken(method) {
  const conversation = sessionStorage.getItem(stored);
  if (!conversation) return Promise.resolve(null);
  return fetch('/v1/conversation', { method, headers: { Authorization: `Bearer ${conversation}` } });
}

async function resume() {
  const response = await withToken('GET');
  if (!response || !response.ok) return;
  for (const turn of (await response.json()).turns) {
    showClient(turn.message);
    showTurn(turn);
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = box.value.trim();
  if (!text) return;
  box.value = '';
  send(text);
});

box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.getElementById('forget').addEventListener('click', async () => {
  const response = await withToken('DELETE');
  if (response && !response.ok) {
    add('bot error', 'Tulay').append(element('p', 'That did not work. Please try again.', 'text'));
    return;
  }
  sessionStorage.removeItem(stored);
  chat.replaceChildren();
  box.focus();
});

resume();
