package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class Argon2Test {

    @Test
    void aPasswordIsRightForItsOwnHashAlone() {
        String hash = Argon2.hash("kuda baterai 👋");

        assertTrue(Argon2.isRight("kuda baterai 👋", hash));
        assertFalse(Argon2.isRight("kuda baterai", hash));
    }

    @Test
    void theHashNamesItsSettingsAndIsSalted() {
        String hash = Argon2.hash("kuda baterai");

        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertNotEquals(hash, Argon2.hash("kuda baterai"));
    }

    /** RFC 9106 gives no vector without secret and data, so this one was made with the reference program: argon2 somesalt -id -t 2 -k 256 -p 1. */
    @Test
    void aStringOfOtherSettingsStaysReadable() {
        assertTrue(Argon2.isRight(
                "password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
    }

    @Test
    void whatIsNoArgon2StringIsMisuse() {
        assertThrows(IllegalArgumentException.class, () -> Argon2.isRight("x", "plain"));
    }
}
