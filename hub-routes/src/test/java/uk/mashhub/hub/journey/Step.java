package uk.mashhub.hub.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One step of a journey.
 *
 * @param number 1 for the first
 * @param verb what is done
 * @param with its words
 */
record Step(int number, String verb, JsonNode with) {

    /** A word that the step must have. */
    String word(String key) {
        return maybe(key).orElseThrow(() -> new AssertionError(this + " lacks " + key));
    }

    Optional<String> maybe(String key) {
        return with.has(key) ? Optional.of(with.path(key).asString("")) : Optional.empty();
    }

    int number(String key, int otherwise) {
        return with.path(key).asInt(otherwise);
    }

    boolean says(String key, boolean otherwise) {
        return with.path(key).asBoolean(otherwise);
    }

    List<String> words(String key) {
        List<String> words = new ArrayList<>();
        with.path(key).forEach(w -> words.add(w.asString("")));
        return words;
    }

    @Override
    public String toString() {
        return "step " + number + " (" + verb + ")";
    }
}
