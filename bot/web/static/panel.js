// The side panel: home and the handbook; beside the conversation, or a drawer on a phone.

import { get } from "./api.js";
import { drawReply } from "./blocks.js";
import { byId, element } from "./element.js";
import { texts } from "./texts.js";

const WIDE = window.matchMedia("(min-width: 1080px)");
const ROOMS = ["home", "reader"];

export class Panel {
  constructor({ act, closed }) {
    this.panel = byId("panel");
    this.act = act;
    this.closed = closed;
    this.room = "home";
    this.opener = null;
    for (const room of ROOMS) {
      byId(`tab-${room}`).addEventListener("click", () => this.show(room));
      byId(`tab-${room}`).addEventListener("keydown", (event) => this.moveTab(event));
    }
    for (const door of document.querySelectorAll(".door")) {
      door.addEventListener("click", () => this.open(door.dataset.door, door));
    }
    byId("close-panel").addEventListener("click", () => this.close());
    byId("shade").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isDrawer() && !byId("confirm").open) this.close();
    });
    WIDE.addEventListener("change", () => this.settle());
    this.settle();
  }

  isDrawer() {
    return this.panel.dataset.open === "yes" && !WIDE.matches;
  }

  // On a phone, what lies behind the open drawer can be neither touched nor reached by keyboard.
  settle() {
    const drawer = this.isDrawer();
    this.panel.inert = !WIDE.matches && !drawer;
    for (const behind of ["chat"]) byId(behind).inert = drawer;
    document.querySelector("header.top").inert = drawer;
    byId("shade").hidden = !drawer;
    for (const door of document.querySelectorAll(".door")) {
      door.setAttribute("aria-expanded", String(drawer && door.dataset.door === this.room));
    }
  }

  show(room) {
    this.room = room;
    for (const each of ROOMS) {
      const chosen = each === room;
      byId(each).hidden = !chosen;
      byId(`tab-${each}`).setAttribute("aria-selected", String(chosen));
      byId(`tab-${each}`).tabIndex = chosen ? 0 : -1;
    }
    this.settle();
  }

  open(room, opener = null) {
    this.opener = opener ?? document.activeElement;
    this.panel.dataset.open = "yes";
    this.show(room);
    if (!WIDE.matches) byId(`tab-${room}`).focus();
  }

  close() {
    if (!this.isDrawer()) return;
    this.panel.dataset.open = "no";
    this.settle();
    this.opener?.focus?.();
    this.closed();
  }

  moveTab(event) {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = ROOMS.find((room) => room !== this.room);
    this.show(other);
    byId(`tab-${other}`).focus();
  }

  async refreshHome() {
    const home = byId("home");
    const reply = await get("/api/home").catch(() => null);
    if (!reply) return;
    const drawn = JSON.stringify(reply);
    if (home.dataset.drawn === drawn) return;
    home.dataset.drawn = drawn;
    const inside = reply.blocks.length
      ? drawReply(reply, this.act)
      : element("p", { class: "quiet" }, texts["web-home-empty"]);
    home.replaceChildren(inside);
  }
}
