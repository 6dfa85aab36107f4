// Small helps for who has scripts; every page works without.
"use strict";
(function () {
  const error = document.getElementById("error");
  if (error) error.focus();
  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async function () {
      say(button, await (button.dataset.from ? copyFrom(button.dataset.from) : copyField(document.getElementById(button.dataset.copy))));
    });
  }
  async function copyField(field) {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch (refused) {
      field.select();
      document.execCommand("copy");
    }
    return "Copied";
  }
  async function copyFrom(address) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) return "Not copied";
      await navigator.clipboard.writeText(await answer.text());
      return "Copied";
    } catch (refused) {
      return "Not copied";
    }
  }
  function say(button, words) {
    let status = button.parentNode.querySelector("[role=status]");
    if (!status) {
      status = document.createElement("span");
      status.setAttribute("role", "status");
      button.parentNode.appendChild(status);
    }
    status.textContent = " " + words;
  }
  // Keys 1 to 9 choose an answer, unless one types; a reader who wants none switches them off.
  const form = document.querySelector("form.ask");
  if (!form || !form.querySelector("fieldset input[type=radio]")) return;
  const off = "tsg-keys-off";
  const stored = function (name) { try { return localStorage.getItem(name); } catch (refused) { return null; } };
  const box = document.createElement("p");
  box.className = "keys";
  const check = document.createElement("input");
  check.type = "checkbox";
  check.id = "keys";
  check.checked = stored(off) === null;
  const label = document.createElement("label");
  label.htmlFor = "keys";
  label.textContent = "Keys 1 to 9 choose an answer";
  box.append(check, label);
  form.appendChild(box);
  check.addEventListener("change", function () {
    try { if (check.checked) localStorage.removeItem(off); else localStorage.setItem(off, "1"); } catch (refused) { return; }
  });
  document.addEventListener("keydown", function (event) {
    if (!check.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("input:not([type=radio]):not([type=checkbox]), textarea, select")) return;
    const choices = form.querySelectorAll("fieldset input[type=radio]");
    const choice = choices[Number(event.key) - 1];
    if (!/^[1-9]$/.test(event.key) || !choice) return;
    choice.checked = true;
    choice.focus();
  });
})();
