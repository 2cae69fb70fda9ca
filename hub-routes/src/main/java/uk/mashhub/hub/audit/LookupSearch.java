package uk.mashhub.hub.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.mashhub.hub.storage.LookupQuery;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.log.Act;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.person.NhsNumber;

/** What somebody asks of the log, as fields of a form: only what is filled in counts, and everything that is must hold. */
public final class LookupSearch {
    /** The fields, in the order of the form. */
    public static final List<String> FIELDS = List.of(
            "name",
            "number",
            "reference",
            "record",
            "recipient",
            "staff",
            "act",
            "outcome",
            "rule",
            "policy",
            "share",
            "from",
            "to",
            "entry",
            "after");

    private static final int LONGEST = 200;

    private final Map<String, String> fields;

    private LookupSearch(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws NoSearch if there is a field of another name, or a text that no field has */
    public static LookupSearch of(Map<String, String> given) {
        Map<String, String> fields = new TreeMap<>();
        given.forEach((name, text) -> {
            if (!FIELDS.contains(name)) {
                throw new NoSearch("The log cannot be searched by one of these.");
            }
            if (text.length() > LONGEST) {
                throw new NoSearch("One of these is too long.");
            }
            if (!text.isBlank()) {
                fields.put(name, text.strip());
            }
        });
        return new LookupSearch(fields);
    }

    /** The fields that are filled in, by name. */
    public Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    /** Whether it asks for a person or a record, so that a hit says something of them. */
    boolean namesSomebody() {
        return List.of("name", "number", "record").stream().anyMatch(fields::containsKey);
    }

    /** The enquiry's reference, if it is searched by. */
    Optional<String> reference() {
        return field("reference");
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The same for the store.
     *
     * @param enquiry of the reference, if there is one
     * @throws NoSearch in words for the reader, if a field is not of its form
     */
    LookupQuery query(LookupKeys keys, ZoneId zone, Optional<EnquiryId> enquiry) {
        List<byte[]> found = new java.util.ArrayList<>();
        field("name").map(keys::name).ifPresent(found::add);
        field("number").map(LookupSearch::number).map(keys::number).ifPresent(found::add);
        field("record").map(keys::record).ifPresent(found::add);
        field("rule").map(keys::rule).ifPresent(found::add);
        return new LookupQuery(
                found,
                reference().map(r -> enquiry.stream().toList()),
                field("entry"),
                field("recipient"),
                field("staff"),
                field("act").map(LookupSearch::acts).orElse(List.of()),
                field("outcome"),
                field("policy"),
                field("share").map(LookupSearch::share),
                field("from").map(d -> day(d).atStartOfDay(zone).toInstant()),
                field("to").map(d -> day(d).plusDays(1).atStartOfDay(zone).toInstant()),
                field("after").map(LookupSearch::place));
    }

    /** Where the next page goes on. */
    static String after(LookupRow last) {
        return last.at() + " " + last.id();
    }

    private static LookupQuery.Place place(String text) {
        String[] parts = text.split(" ", -1);
        try {
            return new LookupQuery.Place(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new NoSearch("There is no such page.");
        }
    }

    private static NhsNumber number(String text) {
        return NhsNumber.in(text).orElseThrow(() -> new NoSearch("That is no NHS number."));
    }

    private static List<String> acts(String text) {
        List<String> acts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        List<String> known = Arrays.stream(Act.values()).map(Enum::name).collect(Collectors.toList());
        if (!known.containsAll(acts)) {
            throw new NoSearch("The log knows no such act.");
        }
        return acts;
    }

    private static LookupRow.Share share(String text) {
        return Arrays.stream(LookupRow.Share.values())
                .filter(s -> s.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new NoSearch("Choose whose records these are."));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(Objects.requireNonNull(text, "day"));
        } catch (DateTimeParseException e) {
            throw new NoSearch("Give days as year, month and day.");
        }
    }

    /** Says nothing: it may name somebody. */
    @Override
    public String toString() {
        return "LookupSearch[not shown]";
    }
}
