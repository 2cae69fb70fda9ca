package uk.mashhub.hub.fault;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Referral forms of invented families, one like another but for the names. */
final class Forms {
    private static final String[] SYLLABLES = {"ba", "de", "ki", "lo", "mu", "na", "po", "ri", "sa", "tu", "ve", "zo"};

    private Forms() {}

    /** A form about a child of that number; the same number gives the same bytes. */
    static byte[] form(int number, long seed) {
        Random random = new Random(seed * 31 + number);
        String surname = name(random) + "test";
        return FormText.of(name(random), surname, name(random), number).getBytes(StandardCharsets.UTF_8);
    }

    private static String name(Random random) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            s.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        s.setCharAt(0, Character.toUpperCase(s.charAt(0)));
        return s.toString();
    }
}
