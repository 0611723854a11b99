// What the page can do beyond a plain page: copy, run without leaving it, and show what happens while it happens.
import { copyValue } from './copy.js';
import { renew } from './renew.js';

const LOOK_AGAIN_MILLISECONDS = 1000;
const SAID_MILLISECONDS = 8000;

const said = document.getElementById('said');
const shown = document.getElementById('portal');
let latest = '';
let forgetting;
let looking = Promise.resolve();

/** A text that is said a second time is heard a second time only if it has changed in between. */
function say(text, isBad = false) {
	clearTimeout(forgetting);
	said.textContent = '';
	said.classList.toggle('bad', isBad);
	requestAnimationFrame(() => (said.textContent = text));
	if (!isBad) forgetting = setTimeout(() => (said.textContent = ''), SAID_MILLISECONDS);
}

/** One look after the other, so that an old page never comes after a new one. */
function look() {
	looking = looking.then(lookOnce);
	return looking;
}

async function lookOnce() {
	try {
		const answer = await fetch('/', { cache: 'no-store' });
		const text = await answer.text();
		if (document.documentElement.classList.contains('gone')) {
			document.documentElement.classList.remove('gone');
			say('The portal is back.');
		}
		if (text === latest) return;
		latest = text;
		const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('portal');
		if (fresh) renew(shown, fresh);
	} catch {
		if (document.documentElement.classList.contains('gone')) return;
		document.documentElement.classList.add('gone');
		say('The portal does not answer. Was it stopped?', true);
	}
}

async function submit(form, button) {
	const body = new URLSearchParams(new FormData(form, button));
	const card = form.closest('[id]')?.id;
	try {
		const answer = await fetch(form.action, {
			method: 'POST',
			body,
			headers: { Accept: 'application/json' },
		});
		const done = await answer.json();
		await look();
		say(done.said, !answer.ok);
		if (answer.ok) show(done.shows);
		if (!button?.isConnected) document.getElementById(card)?.focus();
	} catch {
		say('The portal does not answer. Was it stopped?', true);
	}
}

/** Brings what has changed into view, if it is not there. The focus stays where it was. */
function show(id) {
	const place = document.getElementById(id);
	const card = place?.closest('.process') ?? place?.closest('section')?.querySelector('.process') ?? place;
	const { top, bottom } = card?.getBoundingClientRect() ?? {};
	if (top < 0 || bottom > innerHeight) place.scrollIntoView({ block: 'start' });
}

document.addEventListener('submit', (event) => {
	event.preventDefault();
	void submit(event.target, event.submitter);
});

document.addEventListener('click', (event) => {
	const button = event.target.closest('[data-copies]');
	if (!button) return;
	const input = document.getElementById(button.dataset.copies);
	void copyValue(input).then((isCopied) => {
		const { textContent: name } = input.labels[0];
		say(isCopied ? `Copied: ${name}.` : `${name} is selected: copy it with Ctrl+C.`, !isCopied);
		button.focus();
	});
});

document.documentElement.classList.add('scripted');
setInterval(() => document.hidden || void look(), LOOK_AGAIN_MILLISECONDS);
document.addEventListener('visibilitychange', () => document.hidden || void look());
