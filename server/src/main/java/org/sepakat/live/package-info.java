/**
 * Coders at work on WebSockets: sessions, subscriptions, fan-out and presence, as SPEC.md §2 numbers it. Everything here but {@link Wire} runs on one
 * context of its own, so nothing is locked; rights are looked up when used, never remembered; nothing here judges an act.
 */
package org.sepakat.live;
