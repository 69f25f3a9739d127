package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sepakat.study.ErrorCode;

class PasswordsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(vertx);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendek", "12345678", "Rahasia123", "indonesia", "ani.lestari"})
    void shortAndObviousPasswordsAreRefused(String password) {
        Refused refused = assertThrows(
                Refused.class, () -> passwords.hash(password, "Ani.Lestari").await());

        assertEquals(ErrorCode.E_BAD, refused.refusal().code());
    }

    @Test
    void nobodyHasNoPassword() {
        assertFalse(passwords.isRight("kuda baterai", null).await());
    }

    @Test
    void moreThanMayWaitAreToldToComeBack() {
        List<Future<Boolean>> tries = IntStream.range(0, 40)
                .mapToObj(i -> passwords.isRight("kuda baterai", null))
                .toList();

        Future.join(tries).otherwiseEmpty().await();

        long refused = tries.stream().filter(Future::failed).count();
        assertTrue(refused >= 6, () -> refused + " refused");
        assertTrue(tries.stream()
                .filter(Future::failed)
                .allMatch(one -> ((Refused) one.cause()).refusal().code() == ErrorCode.E_BUSY));
    }
}
