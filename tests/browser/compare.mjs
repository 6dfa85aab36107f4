// SPDX-License-Identifier: MIT
// Runs inside the page: compares each part of the article with the first one, which holds `x`. Gives
// {parts, problems: [{part, harm, text}]}; part -1 is the page itself.
export function compare(kind, wanted) {
  const problems = [];
  const add = (part, harm, text) => problems.push({ part, harm, text: String(text).slice(0, 300) });
  const parts = [...document.querySelectorAll("section.part")];
  const main = document.querySelector("main > div.tsg");
  if (parts.length !== wanted.length + 1) add(-1, "tree", `${parts.length} parts, not ${wanted.length + 1}`);
  if (!main || parts.some((part) => part.parentElement !== main || part.attributes.length !== 1))
    add(-1, "tree", "a part does not stand where it was written");
  if (main && main.children.length !== parts.length) add(-1, "tree", "something stands between the parts");

  // Ids and the links to them begin with the number of their part.
  const plain = (name, value) => (name === "id" ? value.replace(/^\d+-/, "") : value.replace(/^#\d+-/, "#"));
  const slots = [];  // attributes of the first part that hold the value
  const shape = (node, path, visit) => {
    const names = [...node.attributes].map((each) => each.name).sort();
    let text = `<${node.namespaceURI} ${node.localName} ${names.join(" ")}`;
    for (const name of names) text += visit(path, name, plain(name, node.getAttribute(name)));
    [...node.childNodes].filter((child) => child.nodeType !== Node.TEXT_NODE).forEach((child, at) => {
      text += child.nodeType === Node.ELEMENT_NODE ? shape(child, `${path}/${at}`, visit) : `<!${child.nodeType}`;
    });
    return text + ">";
  };
  const bodyOf = (part) => {  // without the heading that numbers it
    const body = part.cloneNode(true);
    body.firstElementChild.remove();
    return body;
  };
  if (parts.length === 0) return { parts: 0, problems };

  const reference = bodyOf(parts[0]);
  const holdsValue = (value) => (kind === "whole-url" ? value === "#blocked" : /(^|[^a-z])x([^a-z]|$)/.test(value));
  const wantedShape = shape(reference, "", (path, name, value) => {
    if (kind === "text" || !holdsValue(value)) return `=${value}`;
    slots.push({ path, name, value });
    return "=slot";
  });
  if (kind !== "text" && slots.length !== 1) add(-1, "tree", `${slots.length} attributes hold the value`);
  const [before, after] = reference.textContent.split("x");

  parts.slice(1).forEach((part, at) => {
    const body = bodyOf(part);
    const got = [];
    const gotShape = shape(body, "", (path, name, value) => {
      if (!slots.some((slot) => slot.path === path && slot.name === name)) return `=${value}`;
      got.push(value);
      return "=slot";
    });
    if (gotShape !== wantedShape) add(at, "tree", gotShape.replaceAll("http://www.w3.org/1999/xhtml ", ""));
    const text = wanted[at]?.text;
    if (kind === "text") {
      if (body.textContent !== before + text + after) add(at, "text", JSON.stringify(body.textContent));
      return;
    }
    if (body.textContent !== reference.textContent) add(at, "text", JSON.stringify(body.textContent));
    got.forEach((value) => checkAttribute(at, value, text));
  });

  function checkAttribute(at, value, text) {
    const [head, tail] = kind === "whole-url" ? ["", ""] : slots[0].value.split("x");
    if (kind === "attribute") {
      if (value !== head + text + tail) add(at, "text", JSON.stringify(value));
      return;
    }
    let url;
    try { url = new URL(value, "https://page.test/"); } catch { return; }  // leads nowhere
    const base = kind === "url-part" ? new URL(slots[0].value) : null;
    if (!["http:", "https:", "mailto:"].includes(url.protocol)) add(at, "active", `leads to ${url.href}`);
    if (!base) return;
    if (url.protocol !== base.protocol || url.host !== base.host) add(at, "active", `leads to ${url.href}`);
    const inner = value.slice(head.length, value.length - tail.length);
    const dots = /^\.+$/.test(text) && inner === "blocked";
    let decoded = inner;
    try { decoded = decodeURIComponent(inner); } catch { add(at, "text", `no URL part: ${inner}`); }
    if (!value.startsWith(head) || !value.endsWith(tail) || (decoded !== text && !dots)) add(at, "text", value);
  }
  return { parts: parts.length, problems };
}
