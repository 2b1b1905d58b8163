// Without this script everything works online. With it, checks are kept on the device until they have been received:
// each answer is stored, sent in order with its own key, and removed only against a receipt. The same key never makes two.
(() => {
  'use strict';
  const DAY = 24 * 60 * 60 * 1000;
  const me = document.querySelector('meta[name=person]')?.content ?? '';
  const opened = Date.now();

  // ---- the answers that have not been received -------------------------------------------------------------
  const open = () => new Promise((resolve, reject) => {
    const request = indexedDB.open('vattenpass', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('osant', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const inStore = async (mode, work) => {
    const db = await open();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction('osant', mode);
      const result = work(transaction.objectStore('osant'));
      transaction.oncomplete = () => { db.close(); resolve(result.result); };
      transaction.onerror = () => { db.close(); reject(transaction.error); };
    });
  };
  const waiting = async () => (await inStore('readonly', s => s.getAll())).sort((a, b) => a.savedAt.localeCompare(b.savedAt));
  const keep = entry => inStore('readwrite', s => s.put(entry));
  const drop = id => inStore('readwrite', s => s.delete(id));

  // ---- what the person sees of them -------------------------------------------------------------------------
  const el = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const show = async () => {
    const box = document.getElementById('osant');
    if (!box) return;
    const entries = await waiting();
    box.hidden = entries.length === 0;
    if (entries.length === 0) return;
    const old = Date.now() - Date.parse(entries[0].savedAt) > DAY;
    box.dataset.color = old || entries.some(e => e.problem) ? 'danger' : 'warning';
    const list = el('ul', '');
    for (const entry of entries) {
      const item = el('li', `${entry.name}, sparat ${new Date(entry.savedAt).toLocaleString('sv-SE').slice(0, 16)}`);
      if (entry.person !== me) item.append(' – väntar på att den som skrev svaret loggar in');
      if (entry.problem) {
        const away = el('button', 'Ta bort svaret', { type: 'button', class: 'ds-button', 'data-variant': 'tertiary', 'data-size': 'sm' });
        away.addEventListener('click', async () => { if (confirm('Svaret tas bort från enheten och skickas inte.')) { await drop(entry.id); await show(); } });
        const again = el('button', 'Försök igen', { type: 'button', class: 'ds-button', 'data-variant': 'secondary', 'data-size': 'sm' });
        again.addEventListener('click', async () => { delete entry.problem; await keep(entry); await send(); });
        item.append(` – ${entry.problem} `);
        if (entry.replaces) {
          // Somebody else has answered: one's own answer takes its place only when one says so.
          const mine = el('button', 'Mitt svar ska gälla', { type: 'button', class: 'ds-button', 'data-size': 'sm' });
          mine.addEventListener('click', async () => {
            entry.fields = [...entry.fields.filter(([name]) => name !== 'Input.Replaces'), ['Input.Replaces', entry.replaces]];
            delete entry.problem; delete entry.replaces; await keep(entry); await send();
          });
          item.append(mine);
        } else item.append(again);
        item.append(away);
      }
      list.append(item);
    }
    const count = entries.length === 1 ? 'Ett svar är inte skickat. Det' : `${entries.length} svar är inte skickade. De`;
    box.replaceChildren(el('strong', `${count} ligger kvar på enheten${entries.every(e => e.problem) ? '.' : ' och skickas när det finns nät.'}`), ...(old ? [el('p', 'Det äldsta har väntat i mer än ett dygn. Anslut till nätet och logga in.')] : []), list);
  };

  // ---- sending -------------------------------------------------------------------------------------------------
  const freshToken = async url => {
    const page = await fetch(url, { headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' });
    if (new URL(page.url).pathname === '/logga-in') return null;
    const html = new DOMParser().parseFromString(await page.text(), 'text/html');
    // Somebody else may have signed in in another window since this page was opened.
    if (html.querySelector('meta[name=person]')?.content !== me) return null;
    return html.querySelector('input[name=__RequestVerificationToken]')?.value ?? null;
  };
  let sending = false;
  const send = async () => {
    if (sending || !me) return;
    sending = true;
    try {
      for (const entry of (await waiting()).filter(e => e.person === me && !e.problem)) {
        const token = await freshToken('/formularnyckel');
        if (!token) break;
        const body = new URLSearchParams(entry.fields);
        body.set('__RequestVerificationToken', token);
        const answer = await fetch(entry.url, { method: 'POST', body, credentials: 'same-origin', headers: { Accept: 'application/json' } });
        if (answer.status === 401 || answer.redirected && new URL(answer.url).pathname === '/logga-in') break;
        if (answer.ok) {
          const receipt = await answer.json();
          await drop(entry.id);
          received(entry, receipt);
        } else if (answer.status < 500) {
          const told = await answer.json().catch(() => ({}));
          if (location.pathname === entry.url && entry.fields.some(([name, value]) => name === 'Input.Step' && value === 'klar')) {
            // Pressed too soon: nothing is lost, so it is said where one pressed and asked for again.
            await drop(entry.id);
            document.querySelector(`[data-svar="${CSS.escape(entry.id)}"]`)?.replaceChildren(el('p', told.error || 'Kontrollen är inte klar än.', { role: 'alert', class: 'ds-validation-message' }), el('a', 'Visa vad som är kvar', { href: location.href, class: 'ds-button' }));
            continue;
          }
          entry.replaces = told.replaces ?? undefined;
          entry.problem = told.error || 'Svaret kunde inte tas emot. Öppna kontrollen och gör om.';
          await keep(entry);
        } else break;
      }
    } catch { /* No network: they stay until there is. */ } finally {
      sending = false;
      await show();
    }
  };
  const received = (entry, receipt) => {
    const row = document.querySelector(`[data-svar="${CSS.escape(entry.id)}"]`);
    if (row) row.replaceChildren(el('p', receipt.text));
    // The kept list is made new, and how far one has come is shown anew.
    fetch(entry.url, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).then(answer => answer.text()).then(html => {
      if (location.pathname !== entry.url) return;
      const now = new DOMParser().parseFromString(html, 'text/html');
      const [far, end] = [document.getElementById('framsteg'), document.getElementById('klar')];
      if (far) far.textContent = now.getElementById('framsteg')?.textContent ?? far.textContent;
      if (end && now.getElementById('klar')?.open) end.open = true;
    }).catch(() => {});
    if (location.pathname !== entry.url) return;
    if (receipt.done) {
      const done = el('p', 'Kontrollen är klar. ', { class: 'kort', role: 'status' });
      done.append(el('a', 'Se kontrollen', { href: `/kontroller/${location.pathname.match(/[0-9a-f-]{36}/)[0]}`, class: 'ds-link' }));
      (row ?? document.querySelector('h1')).after(done);
    } else if (entry.all) location.reload();
  };

  // ---- taking in ------------------------------------------------------------------------------------------------
  const takeIn = async form => {
    // A key of its own for each answer: a page kept on the device must not lend its key to a second one.
    const id = crypto.randomUUID();
    const fields = [...new FormData(form)].filter(([name]) => name !== '__RequestVerificationToken' && name !== 'Submission').map(([name, value]) => [name, String(value)]);
    fields.push(['Submission', id]);
    const savedAt = new Date().toISOString();
    fields.push(['Input.AnsweredAt', savedAt], ['Input.Seconds', String(Math.min(3600, Math.round((Date.now() - (Number(form.dataset.opened) || opened)) / 1000)))]);
    const all = form.dataset.spara === 'alla';
    await keep({ id, url: location.pathname, fields, name: all ? 'alla på listan' : form.dataset.spara, person: me, savedAt, all });
    const kept = el('section', '', { class: 'kort klar', 'data-svar': id, role: 'status', tabindex: '-1' });
    kept.append(el('p', `${all ? 'Alla' : form.dataset.spara}: sparat på enheten.`));
    const row = form.closest('details.rad-att-gora') ?? form;
    // What comes after this answer, such as the journal after a count, is on the page but not in it until now.
    const after = row.querySelector('template')?.content.cloneNode(true).firstElementChild;
    const next = after ?? (row.nextElementSibling?.matches?.('details.rad-att-gora') ? row.nextElementSibling : null);
    row.replaceWith(kept);
    if (after) kept.after(after);
    if (all) document.querySelectorAll('details.rad-att-gora').forEach(r => r.remove());
    if (next) { next.open = true; next.querySelector('summary').focus(); } else kept.focus();
    await show();
    await send();
  };
  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('form[data-spara]') || !('indexedDB' in window)) return;
    const missing = missingAnswer(form);
    event.preventDefault();
    if (missing) { missing.focus(); missing.scrollIntoView({ block: 'center' }); say(form, missing.inputMode === 'decimal' && missing.value ? 'Skriv ett tal, till exempel 12,5.' : 'Svara på alla frågor som syns innan du sparar.'); return; }
    takeIn(form).catch(() => form.submit());
  });
  // The server says the same; here it is said before the answer leaves the device.
  const missingAnswer = form => {
    for (const group of form.querySelectorAll('fieldset.svar')) if (group.offsetParent && !group.querySelector('input:checked')) return group.querySelector('input');
    for (const field of form.querySelectorAll('input[inputmode=decimal]')) if (field.offsetParent && field.value && !/^[−-]?[\d\s]+(,\d+)?$/.test(field.value)) return field;
    for (const field of form.querySelectorAll('.svar > select, .svar > input')) if (field.offsetParent && !field.value && field.dataset.frivillig !== 'ja') return field;
    return null;
  };
  const say = (form, text) => {
    form.querySelector('.saknas')?.remove();
    form.prepend(el('p', text, { class: 'ds-validation-message saknas', role: 'alert' }));
  };
  document.querySelectorAll('details.rad-att-gora').forEach(row => row.addEventListener('toggle', () => { if (row.open) row.querySelector('form').dataset.opened = String(Date.now()); }));

  // The journal's sum as it is typed; the server counts it again.
  document.addEventListener('input', event => {
    const form = event.target.closest?.('form');
    const sum = form?.querySelector('[data-summa]');
    if (!sum) return;
    const number = name => { const text = form.elements[`Input.${name}`]?.value.replace(/\s/g, '').replace(',', '.'); return text === '' || text === undefined ? NaN : Number(text); };
    const total = number('Opening') + number('Supplied') - number('Withdrawn') - number('Disposed');
    const balance = number('Balance');
    const swedish = n => String(Math.round(n * 1000) / 1000).replace('.', ',').replace('-', '−');
    sum.textContent = Number.isNaN(total) ? '' : `Bokfört blir ${swedish(total)}.${Number.isNaN(balance) || Math.abs(balance - total) < 0.0005 ? '' : ` Journalens saldo är ${swedish(balance)}: kontrollera siffrorna, eller kryssa för att journalen är felräknad.`}`;
  });

  // ---- drafts of other forms ------------------------------------------------------------------------------
  const draftKey = form => {
    const at = new URL(form.action || location.href);
    at.searchParams.delete('sett');
    return `utkast:${me}:${at.pathname}${at.search}`;
  };
  // A draft goes when the page says that it was taken in, never when it is sent: the session may have ended meanwhile.
  const sent = sessionStorage.getItem('skickat');
  if (me && sent) {
    if (document.querySelector('.kvitto')) localStorage.removeItem(sent);
    sessionStorage.removeItem('skickat');
  }
  const drafted = form => [...form.querySelectorAll('textarea, input[type=text], input[type=date]')].filter(f => f.name && f.name.startsWith('Input.'));
  if (me) for (const form of document.querySelectorAll('main form[method=post]:not([data-spara])')) {
    if (drafted(form).length === 0 || form.querySelector('[type=password], [type=file]')) continue;
    const key = draftKey(form);
    const stored = localStorage.getItem(key);
    if (stored && !document.getElementById('felruta')) {
      const draft = JSON.parse(stored);
      const changed = drafted(form).filter(f => draft[f.name] !== undefined && draft[f.name] !== f.value);
      if (changed.length > 0) {
        const fresh = Object.fromEntries(changed.map(f => [f.name, f.value]));
        changed.forEach(f => { f.value = draft[f.name]; });
        const note = el('p', 'Ditt utkast är återställt. ', { class: 'mindre', role: 'status' });
        const away = el('button', 'Kasta utkastet', { type: 'button', class: 'ds-button', 'data-variant': 'tertiary', 'data-size': 'sm' });
        away.addEventListener('click', () => { changed.forEach(f => { f.value = fresh[f.name]; }); localStorage.removeItem(key); note.remove(); });
        note.append(away);
        form.prepend(note);
      }
    }
    form.addEventListener('input', () => localStorage.setItem(key, JSON.stringify(Object.fromEntries(drafted(form).map(f => [f.name, f.value])))));
    form.addEventListener('submit', () => sessionStorage.setItem('skickat', key));
  }

  // ---- fields that count only for some choices: "name=a,b", or "name=!a" for all but a --------------------------
  for (const part of document.querySelectorAll('[data-nar]')) {
    const [name, wanted] = part.dataset.nar.split('=');
    const others = wanted.startsWith('!');
    const values = wanted.replace('!', '').split(',');
    const chosen = () => part.closest('form').querySelector(`select[name="${name}"], input[name="${name}"]:checked`)?.value;
    // What is wrong is never hidden.
    const follow = () => { part.hidden = values.includes(chosen()) === others && !part.querySelector('[aria-invalid]'); };
    part.closest('form').addEventListener('change', follow);
    follow();
  }

  // ---- one device, several people ---------------------------------------------------------------------------
  if (me && localStorage.getItem('senast') !== me) {
    if (localStorage.getItem('senast')) caches?.delete('vattenpass-sidor');
    localStorage.setItem('senast', me);
  }

  // ---- before the session ends ----------------------------------------------------------------------------
  const idle = Number(document.querySelector('meta[name=session]')?.content ?? 0) * 1000;
  const WARNING = 5 * 60 * 1000;
  const warn = () => {
    const box = el('div', '', { class: 'ds-alert', 'data-color': 'warning', role: 'alert' });
    const stay = el('button', 'Fortsätt vara inloggad', { type: 'button', class: 'ds-button', 'data-size': 'sm' });
    const over = setTimeout(() => box.replaceChildren(el('p', 'Du är utloggad. Det du har skrivit ligger kvar på enheten och kommer tillbaka när du loggar in och öppnar sidan igen.')), WARNING);
    stay.addEventListener('click', async () => {
      if (!await freshToken('/formularnyckel').catch(() => null)) return;
      clearTimeout(over);
      box.remove();
      setTimeout(warn, idle - WARNING);
    });
    box.append(el('p', 'Om fem minuter loggas du ut.'), stay);
    document.getElementById('osant').after(box);
  };
  if (me && idle > WARNING && document.querySelector('main form[method=post]')) setTimeout(warn, idle - WARNING);

  // ---- leaving and coming back ----------------------------------------------------------------------------
  document.querySelector('form[action="/logga-ut"]')?.addEventListener('submit', () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('utkast:')) localStorage.removeItem(key);
    caches?.delete('vattenpass-sidor');
  });
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').then(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    // The lists one is about to walk away with are fetched while there is network.
    if (me) for (const link of document.querySelectorAll('main a[href$="/lista"], main a[href^="/lakemedel/kontroll/"]')) await fetch(link.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).catch(() => {});
  }).catch(() => {});
  const kept = document.getElementById('sparade-listor');
  if (kept && 'caches' in window) caches.open('vattenpass-sidor').then(async cache => {
    for (const request of await cache.keys()) {
      const html = new DOMParser().parseFromString(await (await cache.match(request)).text(), 'text/html');
      const item = el('li', '');
      item.append(el('a', html.title.replace(' – Vattenpass', ''), { href: new URL(request.url).pathname, class: 'ds-link' }));
      kept.append(item);
    }
  });
  addEventListener('online', send);
  setInterval(send, 20000);
  show().then(send).catch(() => {});

  // ---- a page that follows something that runs ----------------------------------------------------------------
  const follow = async () => {
    const followed = document.querySelector('[data-uppdatera="1"]');
    if (!followed) return;
    const answer = await fetch(location.href).catch(() => null);
    const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(followed.id) : null;
    if (fresh) followed.replaceWith(fresh);
    setTimeout(follow, 1000);
  };
  setTimeout(follow, 1000);
})();
