package uk.mashhub.match.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import uk.mashhub.match.weight.Birth;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.Sex;

/**
 * The records of a file, made ready through its map. A value that cannot be what it should be is kept out of the
 * comparison and named with its line.
 */
final class Records {
    private static final Map<String, Function<String, PersonIdentifier>> NUMBERS =
            Map.of("nhsNumber", NhsNumber::new, "upn", Upn::new, "pncId", PncId::new, "crn", Crn::new);

    private static final Map<String, Field> FIELDS =
            Map.of("nhsNumber", Field.NHS_NUMBER, "upn", Field.UPN, "pncId", Field.PNC_ID, "crn", Field.CRN);

    private static final Map<String, Field> WORDS =
            Map.of("place", Field.PLACE, "work", Field.WORK, "school", Field.SCHOOL, "mother", Field.MOTHER);

    private final List<Profile> profiles = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, CsvRecords.Row> rows = new HashMap<>();
    private final String file;
    private final FieldMap map;
    private final String source;

    private Records(String file, FieldMap map, String source) {
        this.file = file;
        this.map = map;
        this.source = source;
    }

    /**
     * Makes records ready.
     *
     * @param source of all of them, where the map names no column for it
     */
    static Records of(CsvRecords file, FieldMap map, String source) {
        Records records = new Records(file.file(), map, source);
        records.problems.addAll(file.problems());
        Set<String> ids = new HashSet<>();
        for (CsvRecords.Row row : file.rows()) {
            String id = map.value(row, "id");
            if (id.isEmpty() || !ids.add(id)) {
                records.problems.add(
                        new Problem(records.file, row.line(), "no id, or one that another row has; left out"));
            } else {
                records.profiles.add(records.profile(row, id));
                records.rows.put(id, row);
            }
        }
        return records;
    }

    /** Takes in the records of a second file; an id of the first that comes again is left out. */
    void add(Records second) {
        problems.addAll(second.problems);
        for (Profile profile : second.profiles) {
            CsvRecords.Row row = Objects.requireNonNull(second.rows.get(profile.id()), "every record has a row");
            if (rows.putIfAbsent(profile.id(), row) == null) {
                profiles.add(profile);
            } else {
                problems.add(new Problem(second.file, row.line(), "an id that the other file has; left out"));
            }
        }
    }

    List<Profile> profiles() {
        return profiles;
    }

    /** By file, in the order of their lines. */
    List<Problem> problems() {
        List<String> files = problems.stream().map(Problem::file).distinct().toList();
        return problems.stream()
                .sorted(Comparator.comparing((Problem p) -> files.indexOf(p.file()))
                        .thenComparing(Problem::line))
                .toList();
    }

    /** Row by record id. */
    Map<String, CsvRecords.Row> rows() {
        return rows;
    }

    private Profile profile(CsvRecords.Row row, String id) {
        String from = map.value(row, "source");
        Profile.Builder profile = Profile.of(id, from.isEmpty() ? source : from);
        names(row).forEach(profile::name);
        born(row, profile);
        profile.sex(sex(map.value(row, "sex")));
        profile.postcode(map.value(row, "postcode"));
        profile.street(map.value(row, "street"));
        profile.email(map.value(row, "email"));
        phone(row, profile);
        WORDS.forEach((entry, field) -> profile.words(field, map.value(row, entry)));
        profile.number(Field.UPRN, map.value(row, "uprn"));
        String local = map.value(row, "localId");
        profile.number(Field.LOCAL_ID, local.isEmpty() ? "" : (from.isEmpty() ? source : from) + "|" + local);
        NUMBERS.forEach((entry, check) -> number(row, profile, entry, check));
        if (!map.value(row, "statute").isEmpty()) {
            profile.keptApart();
        }
        return profile.build();
    }

    private List<Name> names(CsvRecords.Row row) {
        List<Name> names = new ArrayList<>();
        boolean split = map.names("forename") || map.names("surname");
        names.add(
                split
                        ? Name.of(map.value(row, "forename"), map.value(row, "surname"), map.value(row, "name"))
                        : Name.whole(map.value(row, "name")));
        String alias = map.value(row, "alias");
        int last = alias.lastIndexOf(' ');
        if (last > 0) {
            names.add(Name.of(alias.substring(0, last), alias.substring(last + 1)));
        }
        return names;
    }

    private void born(CsvRecords.Row row, Profile.Builder profile) {
        String text = map.value(row, "born");
        if (text.isEmpty()) {
            return;
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.length() != 8) {
            problems.add(new Problem(file, row.line(), "the date of birth has not eight digits; not compared"));
            return;
        }
        String ordered =
                map.dayFirst() ? digits.substring(4) + digits.substring(2, 4) + digits.substring(0, 2) : digits;
        String accuracy = map.value(row, "bornAccuracy").toUpperCase(Locale.ROOT);
        Birth birth = new Birth(
                ordered, accuracy.startsWith("EST") || accuracy.startsWith("UNC"), accuracy.startsWith("EXP"));
        if (birth.day().isEmpty()) {
            problems.add(new Problem(
                    file, row.line(), "the date of birth is no day of the calendar; compared by its digits"));
        }
        profile.born(birth);
    }

    private void phone(CsvRecords.Row row, Profile.Builder profile) {
        profile.phone(map.value(row, "phone"));
    }

    private void number(
            CsvRecords.Row row, Profile.Builder profile, String entry, Function<String, PersonIdentifier> check) {
        // A source that keeps superseded numbers writes all of them, the newest first.
        for (String text : map.value(row, entry).split("[;|]", -1)) {
            if (text.isBlank()) {
                continue;
            }
            try {
                profile.number(
                        FIELDS.getOrDefault(entry, Field.LOCAL_ID),
                        check.apply(text.trim()).value());
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(file, row.line(), entry + " fails its check; not compared"));
            }
        }
    }

    private static Sex sex(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "f", "female" -> Sex.FEMALE;
            case "m", "male" -> Sex.MALE;
            default -> Sex.UNKNOWN;
        };
    }
}
