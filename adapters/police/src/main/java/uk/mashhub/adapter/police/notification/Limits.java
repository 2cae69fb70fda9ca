package uk.mashhub.adapter.police.notification;

import uk.mashhub.adapter.Unreadable.Fault;

/** How much XML is read before it is refused: a real notification stays far below. */
final class Limits {
    /** Levels of elements; the schema has 6. */
    private static final int DEPTH = 16;

    private static final int ELEMENTS = 20_000;
    private static final int ATTRIBUTES = 16;

    private int elements;

    void check(int depth, int attributes, String place) throws Refusal {
        elements++;
        if (depth > DEPTH) {
            throw new Refusal(Fault.NOT_VALID, place, "elements are nested too deeply");
        }
        if (elements > ELEMENTS) {
            throw new Refusal(Fault.TOO_LARGE, place, "more elements than a notification may have");
        }
        if (attributes > ATTRIBUTES) {
            throw new Refusal(Fault.NOT_VALID, place, "more attributes than an element may have");
        }
    }
}
