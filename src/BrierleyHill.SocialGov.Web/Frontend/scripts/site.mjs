// Only the components that the pages use: each adds to what every page loads.
import { Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, createAll, isSupported } from 'govuk-frontend'

// GOV.UK Frontend asks for these classes on the body. They are set here, and not in the page, because the content security
// policy allows no inline script.
document.body.classList.add('js-enabled')
if (isSupported()) {
  document.body.classList.add('govuk-frontend-supported')
}

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink]) {
  createAll(Component)
}
