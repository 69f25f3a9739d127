package org.sepakat.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageTest {

    private final Numbers numbers = Numbers.fresh();

    @Test
    void aFrameIsOfTheTypeItBeginsWith() {
        Message message = message("{\"t\":\"evs\",\"list\":[]}");

        assertTrue(message.is("evs"));
        assertFalse(message.is("ev"));
        assertFalse(message.is("ok"));
    }

    @Test
    void eventsAreCountedFromTheFirstSeqToTheLast() {
        assertEquals(
                3,
                message("{\"t\":\"evs\",\"list\":[{\"seq\":98,\"a\":1},{\"seq\":99},{\"seq\":100}]}")
                        .events());
        assertEquals(1, message("{\"t\":\"evs\",\"list\":[{\"seq\":7}]}").events());
    }

    @Test
    void anAnswerTellsTheNumberOfItsAct() {
        assertEquals(
                1_234_567,
                message("{\"t\":\"ok\",\"op_id\":\"" + numbers.id(1_234_567) + "\",\"seq\":1}")
                        .answered(numbers));
    }

    @Test
    void eventsTellTheNumbersOfTheirCodingsAndPassOverThoseOfOthers() {
        String own = "{\"coding\":\"" + numbers.id(3) + "\"}";
        String other = "{\"coding\":\"" + UUID.randomUUID() + "\"}";
        List<Integer> told = new ArrayList<>();

        message(own
                        + other
                        + own.replace(numbers.id(3).toString(), numbers.id(4).toString()))
                .codings(numbers, told::add);

        assertEquals(List.of(3, 4), told);
    }

    @Test
    void anIdWithANumberIsOneOfVersionFour() {
        assertEquals(4, numbers.id(5).version());
        assertEquals(2, numbers.id(5).variant());
    }

    private static Message message(String text) {
        return new Message(Buffer.buffer(text));
    }
}
