// The handbook reader: the list of pages, and a page opened at a clause.

import { get } from "./api.js";
import { byId, element, prose } from "./element.js";
import { texts } from "./texts.js";

const PREFIX = "/handbook/";

export const isHandbook = (path) => path.startsWith(PREFIX);

export class Reader {
  constructor({ open }) {
    this.room = byId("reader");
    this.open = open;
    this.pages = null;
    this.shown = null;
  }

  async showList() {
    this.shown = null;
    this.wait();
    try {
      this.pages = await get("/api/handbook");
    } catch (error) {
      this.fail(error);
      return;
    }
    const list = element("ul", { class: "pages" });
    for (const page of this.pages.pages) {
      const late = page.overdue ? element("span", { class: "chip careful" }, texts["web-overdue-short"]) : null;
      list.append(
        element(
          "li",
          {},
          element("a", { href: page.path, onclick: (event) => this.open(event, page.path) }, page.title),
          late,
        ),
      );
    }
    const none = this.pages.pages.length ? null : element("p", { class: "quiet" }, texts["web-no-pages"]);
    this.room.replaceChildren(element("h2", { tabindex: "-1" }, texts["web-handbook"]), none ?? list);
  }

  // Opens "/handbook/page#clause", marks the clause and moves the focus there.
  async show(address) {
    const url = new URL(address, location.origin);
    const page = url.pathname.slice(PREFIX.length) + url.search;
    if (!page) {
      await this.showList();
      return;
    }
    if (this.shown !== page) {
      this.wait();
      try {
        this.draw(await get(`/api/handbook/${page}`));
        this.shown = page;
      } catch (error) {
        this.fail(error);
        return;
      }
    }
    this.mark(decodeURIComponent(url.hash.slice(1)));
  }

  wait() {
    this.room.setAttribute("aria-busy", "true");
    this.room.replaceChildren(element("p", { class: "quiet" }, texts["web-reading"]));
  }

  fail(error) {
    this.shown = null;
    this.room.setAttribute("aria-busy", "false");
    this.room.replaceChildren(this.drawUp(), element("p", { class: "notice bad" }, error.message));
  }

  drawUp() {
    const open = (event) => this.open(event, PREFIX);
    return element("a", { class: "up", href: PREFIX, onclick: open }, "← ", texts["web-all-pages"]);
  }

  draw(page) {
    const article = element("article", { class: "page" }, element("h2", { tabindex: "-1", dir: "auto" }, page.title));
    const about = element("ul", { class: "about" });
    for (const fact of page.about) about.append(element("li", { dir: "auto" }, fact));
    article.append(about);
    if (page.warning) article.append(element("p", { class: "warned", dir: "auto" }, page.warning));
    if (page.versions.length > 1) article.append(this.drawVersions(page));
    if (page.sections.length > 3) article.append(this.drawContents(page));
    for (const section of page.sections) article.append(this.drawSection(section));
    this.room.replaceChildren(this.drawUp(), article);
    this.room.setAttribute("aria-busy", "false");
    this.room.scrollTop = 0;
  }

  drawVersions(page) {
    const list = element("ul", {});
    for (const version of page.versions) {
      const open = (event) => this.open(event, version.path);
      list.append(element("li", {}, element("a", { href: version.path, onclick: open }, version.label)));
    }
    return element("details", { class: "contents" }, element("summary", {}, texts["web-versions"]), list);
  }

  drawContents(page) {
    const list = element("ul", {});
    for (const section of page.sections) {
      if (!section.heading || section.level > 2) continue;
      const path = `${page.path}#${encodeURIComponent(section.anchor)}`;
      list.append(element("li", {}, element("a", { href: path, onclick: (event) => this.open(event, path) }, section.heading)));
    }
    return element("details", { class: "contents" }, element("summary", {}, texts["web-contents"]), list);
  }

  drawSection(section) {
    const level = Math.min(6, Math.max(3, section.level + 1));
    const heading = section.heading
      ? element(`h${level}`, { class: "clause-heading", tabindex: "-1", dir: "auto" }, section.heading)
      : null;
    const made = element("section", { class: "clause", "data-anchor": section.anchor }, heading, prose(section.html));
    for (const link of made.querySelectorAll(`a[href^="${PREFIX}"]`)) {
      link.addEventListener("click", (event) => this.open(event, link.getAttribute("href")));
    }
    return made;
  }

  mark(anchor) {
    for (const marked of this.room.querySelectorAll(".clause.marked")) marked.classList.remove("marked");
    const clause = anchor && this.room.querySelector(`[data-anchor="${CSS.escape(anchor)}"]`);
    const goal = clause ? clause.querySelector(".clause-heading") : this.room.querySelector("h2");
    if (clause) clause.classList.add("marked");
    goal?.focus({ preventScroll: true });
    if (clause) this.room.scrollTop = clause.offsetTop - 12;
  }
}
