package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteTest {

    @Test
    void linksComeFromThePublicAddressElseFromThisMachine() {
        assertEquals("http://localhost:8080", Site.local().url(8080));
        assertEquals("https://localhost", new Site(null, true, true, Set.of()).url(443));
        assertEquals(
                "https://sepakat.example.org",
                new Site("https://sepakat.example.org", false, false, Set.of()).url(8080));
    }

    @Test
    void theHostCookieIsForHttpsAlone() {
        assertEquals("sid", Site.local().cookieName());
        assertEquals("__Host-sid", new Site("https://sepakat.example.org", true, false, Set.of()).cookieName());
        assertEquals("__Host-sid", new Site(null, true, true, Set.of()).cookieName());
    }

    @Test
    void onlyLoopbackIsThisMachineAlone() {
        assertTrue(Site.isLoopback("127.0.0.1"));
        assertTrue(Site.isLoopback("localhost"));
        assertTrue(Site.isLoopback("::1"));
        assertFalse(Site.isLoopback("0.0.0.0"));
    }
}
