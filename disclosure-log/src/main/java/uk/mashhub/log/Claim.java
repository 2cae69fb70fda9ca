package uk.mashhub.log;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that an entry commits to without showing it.
 *
 * @param name a word of {@link #WORDS}, or {@code line-<n>} or {@code person-<n>} with n from 1
 * @param canonical what is committed to, as {@link CanonicalJson} or any other fixed form. Never written to the entry.
 */
public record Claim(String name, byte[] canonical) {
    /** The names that stand alone. */
    public static final Set<String> WORDS = Set.of(
            "answer",
            "content",
            "enquiry",
            "grounds",
            "household",
            "item",
            "link",
            "message",
            "person",
            "query",
            "question",
            "reason",
            "referral",
            "rule",
            "settings",
            "subject",
            "trace",
            "view");

    private static final Pattern NUMBERED = Pattern.compile("(?:line|person)-[1-9][0-9]{0,4}");

    public Claim {
        Objects.requireNonNull(name, "name");
        canonical = canonical.clone();
        if (!WORDS.contains(name) && !NUMBERED.matcher(name).matches()) {
            throw new IllegalArgumentException("a claim's name is a word of the closed list, line-<n> or person-<n>");
        }
    }

    /** The n-th line of a view, from 1. */
    public static Claim line(int n, byte[] canonical) {
        return new Claim("line-" + n, canonical);
    }

    @Override
    public byte[] canonical() {
        return canonical.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Claim that && name.equals(that.name) && Arrays.equals(canonical, that.canonical);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(canonical);
    }

    /** The name alone: what is committed to is personal data. */
    @Override
    public String toString() {
        return "Claim[" + name + "]";
    }
}
