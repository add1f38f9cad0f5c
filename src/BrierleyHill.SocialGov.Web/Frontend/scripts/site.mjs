// Only the components that the pages use: each adds to what every page loads.
import { Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend'

// GOV.UK Frontend starts only where these classes are on the body. A browser that runs a module script is one that it supports.
// They are set here, and not in the page, because the content security policy allows no inline script.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink]) {
  createAll(Component)
}
