// The demo page's outbox: the newest texts that the office would have sent, so that anybody can try a one-time code.
const list = document.querySelector('#texts');
let shown = '[]';

async function show() {
  const { texts } = await (await fetch('/v1/demo/outbox')).json();
  if (JSON.stringify(texts) === shown) return;
  shown = JSON.stringify(texts);
  document.body.classList.add('sent');
  list.replaceChildren(...texts.reverse().slice(0, 3).map(({ to, text, at }) => {
    const entry = document.createElement('li');
    const sent = document.createElement('span');
    sent.className = 'sent';
    sent.textContent = `${new Date(at * 1000).toLocaleTimeString()} → ${to}`;
    const words = document.createElement('span');
    words.className = 'text';
    words.textContent = text;
    entry.append(sent, words);
    return entry;
  }));
}

// Only once somebody chats, and while they look.
addEventListener('tulay:open', () => {
  setInterval(() => document.hidden || show().catch(() => {}), 2000);
}, { once: true });
