// Makes a passkey, or signs with one, as the server asks (WebAuthn Level 3).
"use strict";
(() => {
  const form = document.getElementById("passkey");
  const refused = document.getElementById("passkey-refused");
  if (!form) {
    return;
  }
  const mode = form.dataset.mode;

  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const post = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      redirect: "error",
      headers: {
        "Content-Type": "application/json",
        "X-CSRF-TOKEN": form.elements["_csrf"].value,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return answer;
  };

  const withBytes = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const enrol = async (options) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    return {
      ...described(made),
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
  };

  const prove = async (options) => {
    const signed = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: withBytes(options.allowCredentials),
      },
    });
    return {
      ...described(signed),
      response: {
        authenticatorData: text(signed.response.authenticatorData),
        clientDataJSON: text(signed.response.clientDataJSON),
        signature: text(signed.response.signature),
        userHandle: signed.response.userHandle ? text(signed.response.userHandle) : undefined,
      },
    };
  };

  const described = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    refused.hidden = true;
    try {
      const options = await (await post(`/console/passkey/${mode}/options`)).json();
      await post(`/console/passkey/${mode}`, mode === "proof" ? await prove(options) : await enrol(options));
      location.assign(mode === "proof" ? "/console/account" : "/console/passkey");
    } catch {
      refused.hidden = false;
      refused.focus();
    }
  });
})();
