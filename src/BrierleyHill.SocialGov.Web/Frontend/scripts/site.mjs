// Only the components that the pages use: each adds to what every page loads.
import { Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend'
import { startCountdowns } from './countdown.mjs'
import { startPasskeys } from './passkeys.mjs'

// GOV.UK Frontend starts only where these classes are on the body. A browser that runs a module script is one that it supports.
// They are set here, and not in the page, because the content security policy allows no inline script.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

// A radio may not carry aria-expanded (ARIA 1.2, and axe fails the page for it), though GOV.UK Frontend sets it on one that reveals
// a question. The question follows its radio, so nobody misses it for want of the attribute.
class RevealingRadios extends Radios {
  syncConditionalRevealWithInputState ($input) {
    super.syncConditionalRevealWithInputState($input)
    $input.removeAttribute('aria-expanded')
  }
}

// The comma that GOV.UK Frontend hides in the button would part its name from the words that are seen (WCAG 2.2, 2.5.3, and axe fails
// the page for it). A space beside it reads as well.
class NamedFileUpload extends FileUpload {
  createButton () {
    const $button = super.createButton()
    for (const $hidden of $button.querySelectorAll('.govuk-visually-hidden')) {
      $hidden.textContent = ''
      $hidden.after(' ')
    }
    return $button
  }
}

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NamedFileUpload, NotificationBanner, PasswordInput, RevealingRadios, ServiceNavigation, SkipLink]) {
  createAll(Component)
}

// A text to copy. Without JavaScript it is there to be selected; with it there is a button, which says aloud that it has copied.
for (const copy of document.querySelectorAll('[data-module="sg-copy"]')) {
  const text = copy.querySelector('[data-copy-text]')
  const button = copy.querySelector('[data-copy-button]')
  const done = copy.querySelector('[data-copy-done]')
  button.hidden = false
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.textContent.trim())
      done.textContent = 'Copied.'
    } catch {
      // A browser without a secure connection, or one that was told not to: the text is selected, ready for its own "copy".
      window.getSelection().selectAllChildren(text)
      done.textContent = 'Your browser does not let this page copy. The text is selected: copy it with the keyboard or the menu.'
    }
  })
}

// A page to keep on paper. Without JavaScript the browser's own menu prints it.
for (const button of document.querySelectorAll('[data-print-button]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

startCountdowns()
startPasskeys()

// A secret that is shown for half a minute. The answer's Refresh header leaves without this script too; with it the seconds are counted,
// the address takes the place of the page in the history, and the secret is gone from the page before a browser can keep a copy of it.
for (const leaving of document.querySelectorAll('[data-module="sg-leaving"]')) {
  const shown = leaving.querySelector('[data-leaving-seconds]')
  const end = Date.now() + Number(leaving.dataset.seconds) * 1000
  window.addEventListener('pagehide', () => {
    for (const secret of document.querySelectorAll('.sg-secret')) {
      secret.remove()
    }
  })
  const tick = window.setInterval(() => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000))
    shown.textContent = String(left)
    if (left === 0) {
      window.clearInterval(tick)
      window.location.replace(leaving.dataset.to)
    }
  }, 250)
}
