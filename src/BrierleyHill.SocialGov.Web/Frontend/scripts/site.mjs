// Only the components that the pages use: each adds to what every page loads.
import { Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend'

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

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, RevealingRadios, ServiceNavigation, SkipLink]) {
  createAll(Component)
}
