package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

/** Words in what the hub said, however their letters are written. */
final class Texts {
    private Texts() {}

    static boolean holds(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    /** Fails unless the text holds all the words. */
    static void says(String what, String text, List<String> words) {
        words.forEach(
                w -> assertThat(holds(text, w)).as("%s says '%s'", what, w).isTrue());
    }

    /** Fails if the text holds one of the words. */
    static void saysNot(String what, String text, List<String> words) {
        words.forEach(
                w -> assertThat(holds(text, w)).as("%s says '%s'", what, w).isFalse());
    }
}
