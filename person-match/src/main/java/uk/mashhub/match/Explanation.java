package uk.mashhub.match;

import java.util.List;

/**
 * Why a record was, or was not, taken for a person's.
 *
 * @param words the ground first, then a line for each field; they say how fields compare and never what they hold
 */
public record Explanation(List<String> words) {
    public Explanation {
        words = List.copyOf(words);
    }

    /** The same with one more line. */
    Explanation and(String line) {
        return new Explanation(java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(line))
                .toList());
    }

    @Override
    public String toString() {
        return "Explanation[" + words.size() + " lines]";
    }
}
