package org.sepakat.faults;

import java.util.UUID;

/**
 * Somebody with a seat in the study and a session.
 *
 * @param tab the id of the page, the same over all of its connections
 */
public record Person(String name, UUID study, UUID member, UUID account, String cookie, String csrf, UUID tab) {

    public Person onAnotherPage() {
        return new Person(
                name + "'s page " + UUID.randomUUID(), study, member, account, cookie, csrf, UUID.randomUUID());
    }
}
