package org.sepakat.study;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a study, with or without an account (imported coders have none). Removing keeps the row and all acts.
 *
 * @param rev counts changes from 1
 */
public record Member(
        UUID id, String name, Role role, @Nullable UUID account, boolean removed, int rev) {

    public boolean isLead() {
        return role == Role.LEAD && !removed;
    }

    Member with(String newName, Role newRole) {
        return new Member(id, newName, newRole, account, removed, rev + 1);
    }

    Member joinedBy(UUID newAccount) {
        return new Member(id, name, role, newAccount, removed, rev + 1);
    }

    Member removedNow() {
        return new Member(id, name, role, account, true, rev + 1);
    }
}
