package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sepakat.live.Ids.id;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientFrameTest {

    private static final String STUDY = id("study").toString();

    private static ClientFrame decode(String text) {
        return ClientFrame.decode(text.replace('\'', '"').replace("STUDY", STUDY), LiveLimits.DEFAULTS);
    }

    @Test
    @DisplayName("[S2] sub names a study and how far its streams are held")
    void decodesSub() {
        assertEquals(
                new ClientFrame.Sub(id("study"), Map.of("x", 7)),
                decode("{'t':'sub','study':'STUDY','cursors':{'x':7}}"));
    }

    @ParameterizedTest
    @DisplayName("[S11] what is not a frame is refused with its reason")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'t':'shout'} | t: There is no frame of that type.",
                "{'t':'ping','n':1,'m':2} | m: There is no such field here.",
                "{'t':'ping'} | n: This field is missing.",
                "{'t':'ping','n':-1} | n: This must be a whole number from 0 to 2147483647.",
                "{'t':'ping','n':1.5} | n: This must be a whole number from 0 to 2147483647.",
                "{'t':'unsub','study':'00000000-0000-1000-8000-000000000000'} | study: This must be a UUID of version 4.",
                "{'t':'ops','study':'STUDY','ops':[]} | A batch holds 1 to 50 ops, not 0.",
                "{'t':'pull','study':'STUDY','stream':'STUDY','from':1,'to':1002} | to: A pull is of 1 to 1000 ops.",
                "{'t':'pull','study':'STUDY','stream':'STUDY','from':3,'to':3} | to: A pull is of 1 to 1000 ops.",
            })
    void refusesWithAReason(String text, String reason) {
        assertEquals(reason, assertThrows(BadFrame.class, () -> decode(text)).getMessage());
    }

    @ParameterizedTest
    @DisplayName("[S12] a name twice, a depth of 17, a huge number, a second value and no object are refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'t':'ping','n':1,'n':1}",
                "{'t':'ping','n':[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}",
                "{'t':'ping','n':123456789012345678901234567890123456789}",
                "{'t':'ping','n':12345678901234567890}",
                "{'t':'ping','n':NaN}",
                "{'t':'ping','n':1}{}",
                "[]",
                "{'t':'ping'",
            })
    void refusesLooseJson(String text) {
        assertThrows(BadFrame.class, () -> decode(text));
    }
}
