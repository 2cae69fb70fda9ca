package uk.mashhub.match.text;

import org.apache.commons.codec.language.DoubleMetaphone;

/** How a Latin word sounds, roughly: for names that were written down by ear. */
public final class Sound {
    private static final int LENGTH = 6;

    private Sound() {}

    /** The double metaphone (Philips 2000), or the word itself where that is empty. */
    public static String of(String word) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LENGTH);
        String code = metaphone.doubleMetaphone(word);
        return code == null || code.isEmpty() ? word : code;
    }

    /**
     * The first letter and the consonants after it, doubled ones once: Mohammed, Muhammad and Mohamed are one, as
     * vowels are what romanisations differ in.
     */
    public static String skeleton(String word) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = letter(word.charAt(i));
            boolean vowel = "aeiouyhw".indexOf(c) >= 0;
            boolean doubled = kept.length() > 0 && kept.charAt(kept.length() - 1) == c;
            if (i == 0 ? true : !vowel && !doubled) {
                kept.append(i == 0 && vowel ? '*' : c);
            }
        }
        return kept.toString();
    }

    /** Letters that romanisations exchange. */
    private static char letter(char c) {
        return switch (c) {
            case 'q', 'c', 'g' -> 'k';
            case 'z' -> 's';
            case 'v' -> 'f';
            case 'd' -> 't';
            case 'b' -> 'p';
            default -> c;
        };
    }
}
