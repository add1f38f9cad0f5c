// Passkeys (WebAuthn). The browser speaks in bytes and the portal in JSON, where bytes are base64url: the two functions below are the
// bridge. PublicKeyCredential.parseRequestOptionsFromJSON and toJSON would do the same, but browsers of 2023 do not have them yet.
const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), character => character.charCodeAt(0))

const toText = bytes => bytes === null || bytes === undefined
  ? undefined
  : btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

const withBytes = descriptors => (descriptors ?? []).map(descriptor => ({ ...descriptor, id: toBytes(descriptor.id) }))

async function make (options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials)
    }
  })
  return {
    ...describe(made),
    response: {
      clientDataJSON: toText(made.response.clientDataJSON),
      attestationObject: toText(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? []
    }
  }
}

async function use (options) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials)
    }
  })
  return {
    ...describe(used),
    response: {
      clientDataJSON: toText(used.response.clientDataJSON),
      authenticatorData: toText(used.response.authenticatorData),
      signature: toText(used.response.signature),
      userHandle: toText(used.response.userHandle)
    }
  }
}

const describe = credential => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  clientExtensionResults: credential.getClientExtensionResults()
})

async function optionsFor (form) {
  const token = new FormData()
  token.set('__RequestVerificationToken', form.querySelector('[name="__RequestVerificationToken"]').value)
  const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', body: token, credentials: 'same-origin' })
  // A session that ended, or a proof that has grown old meanwhile, leads to another page: there is nothing to read then.
  if (!answer.ok || answer.redirected) throw new DOMException('The page has to be loaded anew.', 'StaleError')
  return answer.json()
}

const words = error => ({
  NotAllowedError: 'No passkey was used. Try again, or use another way.',
  InvalidStateError: 'This device has a passkey of yours already. Use that one, or add one on another device.',
  SecurityError: 'This browser does not use passkeys at this address.',
  StaleError: 'This page was open for too long. Load it again.'
}[error.name] ?? 'That did not work. Try again, or use another way.')

// The form is sent by the browser as it is once the passkey is there, so that the answer is a page like any other.
export function startPasskeys () {
  for (const form of document.querySelectorAll('[data-module="sg-passkey"]')) {
    const button = form.querySelector('[data-passkey-button]')
    const without = form.querySelector('[data-passkey-without]')
    const status = form.querySelector('[data-passkey-status]')
    const answer = form.querySelector('[name="Credential"]')
    if (!window.PublicKeyCredential) {
      without.textContent = 'This browser cannot use passkeys here. Use another way.'
      continue
    }

    button.hidden = false
    without.hidden = true
    let isAsking = false
    form.addEventListener('submit', async event => {
      // Without the name that it needs the form goes to the portal, which says what is missing.
      const needed = form.dataset.passkeyNeeds && form.elements[form.dataset.passkeyNeeds]
      if (needed && needed.value.trim() === '') return
      event.preventDefault()
      if (isAsking) return
      isAsking = true
      status.textContent = 'Your device is asking you to unlock it.'
      try {
        const options = await optionsFor(form)
        answer.value = JSON.stringify(form.dataset.passkey === 'create' ? await make(options) : await use(options))
        status.textContent = ''
        form.submit()
      } catch (error) {
        status.textContent = words(error)
      } finally {
        isAsking = false
      }
    })
  }
}
