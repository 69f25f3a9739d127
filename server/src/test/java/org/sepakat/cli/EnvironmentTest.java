package org.sepakat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @Test
    void anUnknownSettingIsRefusedByName() {
        UsageException refused = assertThrows(
                UsageException.class, () -> Environment.of(Map.of("SEPAKAT_DATABSE_URL", "x", "HOME", "/")));

        assertTrue(String.valueOf(refused.getMessage())
                .startsWith("Unknown setting SEPAKAT_DATABSE_URL: the settings are "));
    }

    @Test
    void aPublicAddressIsWrittenAsBrowsersWriteOrigins() {
        assertEquals("https://a.example.org", publicUrl("https://a.example.org:443/"));
        assertEquals("http://a.example.org:8080", publicUrl("http://a.example.org:8080"));
        assertNull(Environment.of(Map.of()).publicUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example.org",
                "ftp://a.example.org",
                "https://a.example.org/sepakat",
                "https://x@a.example.org",
                "https://"
            })
    void whatIsNoPlainAddressIsRefused(String url) {
        assertThrows(UsageException.class, () -> publicUrl(url));
    }

    @Test
    void anExternalDatabaseIsTakenFromTheEnvironment() {
        var settings = Environment.of(Map.of("SEPAKAT_DATABASE_URL", " postgresql://o:p@h/d "));

        assertEquals("postgresql://o:p@h/d", settings.database(Path.of("data")).url());
        assertNull(Environment.of(Map.of("SEPAKAT_DATABASE_URL", ""))
                .database(Path.of("data"))
                .url());
    }

    @Test
    void anAccountMayBeAllowedMore() {
        var limits = Environment.of(Map.of("SEPAKAT_OPS_PER_SECOND", "5000")).limits();

        assertEquals(5_000, limits.opsPerSecond());
        assertEquals(100, limits.opsBurst());
        assertThrows(
                UsageException.class,
                () -> Environment.of(Map.of("SEPAKAT_OPS_BURST", "many")).limits());
    }

    private static @Nullable String publicUrl(String url) {
        return Environment.of(Map.of("SEPAKAT_PUBLIC_URL", url)).publicUrl();
    }
}
