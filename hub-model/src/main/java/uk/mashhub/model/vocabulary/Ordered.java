package uk.mashhub.model.vocabulary;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Sets of words in the order of the vocabulary: equal sets are written alike in every run, so their digests agree. */
public final class Ordered {
    private Ordered() {}

    /** An unmodifiable copy; null is refused, inside too. */
    public static <E extends Enum<E>> Set<E> copy(Set<E> words, Class<E> type) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        words.forEach(w -> copy.add(Objects.requireNonNull(w, "word")));
        return Collections.unmodifiableSet(copy);
    }
}
