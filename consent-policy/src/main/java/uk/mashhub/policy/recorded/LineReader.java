package uk.mashhub.policy.recorded;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * Reads one line: {@code {"disclosure": "...", "at": "2026-11-20T11:00:00Z", "facts": {"purpose": "S17", ...}, "verdict":
 * {"outcome": "REDACT", "redactions": [...], "generalised": [...], "obligations": [...], "reviewers": [...]}}}. Nothing
 * else may stand in it. A line without {@code generalised} is of a time in which nothing was.
 */
final class LineReader {
    private static final List<Attribute> READ = Attribute.of(Asking.MAY_SEE);
    private static final Map<String, Attribute> BY_TERM = byTerm();
    private final JsonCursor json;
    private Optional<String> disclosure = Optional.empty();
    private Optional<Instant> at = Optional.empty();
    private Optional<FactVector> facts = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private int found;

    private LineReader(String line) {
        this.json = new JsonCursor(line);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not of this form; the message does not repeat the line
     */
    static RecordedDecision read(String line) {
        return new LineReader(line).all();
    }

    private RecordedDecision all() {
        json.object(key -> {
            switch (key) {
                case "disclosure" -> disclosure = Optional.of(json.text());
                case "at" -> at = Optional.of(instant(json.text()));
                case "facts" -> facts = Optional.of(facts());
                case "verdict" -> verdict = Optional.of(verdict());
                default -> throw new IllegalArgumentException("a key that does not belong here");
            }
        });
        json.end();
        return new RecordedDecision(
                need(disclosure, "disclosure"),
                need(at, "at"),
                need(facts, "facts"),
                need(verdict, "verdict"),
                found == READ.size());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'at' is no instant", e);
        }
    }

    /** A fact that there is no longer is passed over: no rule of today reads it. */
    private FactVector facts() {
        FactVector.Gathering gathering = new FactVector.Gathering();
        READ.forEach(gathering::failed);
        json.object(term -> {
            String value = json.text();
            Attribute attribute = BY_TERM.get(term);
            if (term.equals(FactVector.OWNER)) {
                gathering.owner(new AgencyId(value));
            } else if (attribute != null) {
                gathering.put(attribute, value);
                found++;
            }
        });
        return gathering.done();
    }

    private Verdict verdict() {
        Map<String, Set<String>> sets = new HashMap<>();
        String[] outcome = {""};
        json.object(key -> {
            switch (key) {
                case "outcome" -> outcome[0] = json.text();
                case "redactions", "generalised", "obligations", "reviewers" -> sets.put(key, json.texts());
                default -> throw new IllegalArgumentException("a key that does not belong in a verdict");
            }
        });
        return new Verdict(
                Outcome.valueOf(outcome[0]),
                constants(sets.get("redactions"), FieldKind.class),
                constants(sets.getOrDefault("generalised", Set.of()), FieldKind.class),
                constants(sets.get("obligations"), Obligation.class),
                constants(sets.get("reviewers"), Reviewer.class));
    }

    private static <E extends Enum<E>> Set<E> constants(
            @org.jspecify.annotations.Nullable Set<String> words, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String word : need(Optional.ofNullable(words), "a part of the verdict")) {
            constants.add(Enum.valueOf(type, word));
        }
        return constants;
    }

    private static <T> T need(Optional<T> value, String what) {
        return value.orElseThrow(() -> new IllegalArgumentException(what + " is missing"));
    }

    private static Map<String, Attribute> byTerm() {
        Map<String, Attribute> map = new HashMap<>();
        READ.forEach(a -> map.put(a.term(), a));
        return map;
    }
}
