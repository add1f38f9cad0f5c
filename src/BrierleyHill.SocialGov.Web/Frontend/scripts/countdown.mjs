// Deadlines that count down while the page is open. The words are those of the server (Countdown in the domain), and it is the server's
// clock that counts: a wrong clock on a phone must not tell somebody that there is time.
export function inWords (due, now) {
  const length = milliseconds => {
    const minutes = Math.floor(milliseconds / 60000)
    const hours = Math.floor(minutes / 60)
    if (minutes < 1) return 'less than a minute'
    if (hours < 1) return `${minutes} min`
    return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`
  }
  return now < due ? `due in ${length(due - now)}` : `${length(now - due)} late`
}

export function startCountdowns () {
  const shown = [...document.querySelectorAll('[data-module="sg-countdown"] [data-due]')].map(element => ({
    element,
    due: Date.parse(element.dataset.due),
    ahead: Date.parse(element.dataset.now) - Date.now()
  }))
  if (shown.length === 0) {
    return
  }

  window.setInterval(() => {
    for (const { element, due, ahead } of shown) {
      const now = Date.now() + ahead
      const words = inWords(due, now)
      if (element.textContent !== words) {
        element.textContent = words
        const left = due - now
        element.className = `govuk-tag govuk-tag--${left <= 0 ? 'red' : left <= 4 * 3600000 ? 'orange' : 'blue'} sg-countdown`
      }
    }
  }, 15000)
}
