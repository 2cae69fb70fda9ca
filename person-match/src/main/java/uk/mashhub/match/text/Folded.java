package uk.mashhub.match.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as it is compared: without case, accents, apostrophes, hyphens and spaces. Letters of other scripts are kept, and
 * so are their vowel signs, which are no accents.
 */
public final class Folded {
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BC\u02B9`\u00B4\u2032]");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Letters with a stroke or a ligature, which Unicode does not take apart. */
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th", (int) 'æ', "ae", (int) 'œ',
            "oe", (int) 'ß', "ss", (int) 'ı', "i");

    /** What forms and systems write where a name is not known. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "unknown",
            "notknown",
            "nk",
            "na",
            "none",
            "notgiven",
            "notstated",
            "tbc",
            "tba",
            "unborn",
            "unbornbaby",
            "unbornchild",
            "baby",
            "babyboy",
            "babygirl",
            "babyof",
            "infant",
            "maleinfant",
            "femaleinfant",
            "child",
            "male",
            "female",
            "boy",
            "girl",
            "twin",
            "twin1",
            "twin2",
            "twini",
            "twinii",
            "twinone",
            "twintwo",
            "mother",
            "father",
            "mum",
            "dad",
            "partner",
            "xx",
            "xxx");

    private Folded() {}

    /** The words of a text, folded; empty where the text says that nothing is known. */
    public static List<String> words(String raw) {
        String bare = APOSTROPHES.matcher(raw).replaceAll("");
        String plain = ACCENTS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        // Lower-casing takes a dotted capital I apart again.
        String folded = letters(ACCENTS.matcher(plain).replaceAll(""));
        List<String> words =
                Arrays.stream(GAPS.split(folded)).filter(w -> !w.isEmpty()).toList();
        return PLACEHOLDERS.contains(String.join("", words)) ? List.of() : words;
    }

    /** The words of several texts as one. */
    public static List<String> words(List<String> raw) {
        return words(String.join(" ", raw));
    }

    private static String letters(String text) {
        return text.codePoints()
                .mapToObj(c -> LETTERS.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining());
    }
}
