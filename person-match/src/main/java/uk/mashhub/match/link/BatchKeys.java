package uk.mashhub.match.link;

import java.util.List;
import java.util.TreeSet;
import uk.mashhub.match.text.Sound;
import uk.mashhub.match.weight.Birth;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;

/**
 * Under what a record is found in a batch: a union of keys, so that a slip in one field does not lose the pair. The keys
 * are 64-bit hashes, kept in memory only; two values that fall together cost a comparison and nothing else.
 */
final class BatchKeys {
    private static final List<Field> NUMBERS =
            List.of(Field.NHS_NUMBER, Field.UPN, Field.PNC_ID, Field.CRN, Field.LOCAL_ID, Field.EMAIL, Field.PHONE);

    private final TreeSet<Long> keys = new TreeSet<>();

    private BatchKeys() {}

    static long[] of(Profile record) {
        BatchKeys made = new BatchKeys();
        NUMBERS.forEach(f -> record.values(f).forEach(v -> made.add(f.name(), v)));
        record.values(Field.EMAIL).forEach(v -> made.add("local-part", v.split("@", -1)[0]));
        record.names().forEach(n -> made.name(record, n));
        record.born().ifPresent(b -> made.born(record, b));
        made.home(record);
        return made.keys.stream().mapToLong(Long::longValue).toArray();
    }

    private void home(Profile record) {
        for (String street : record.values(Field.STREET)) {
            record.values(Field.POSTCODE).forEach(p -> add("street-postcode", street, p));
            record.values(Field.PLACE).forEach(p -> add("street-place", street, p));
        }
        for (String postcode : record.values(Field.POSTCODE)) {
            record.values(Field.PLACE).forEach(p -> add("postcode-place", postcode, p));
        }
    }

    private void born(Profile record, Birth born) {
        if (!born.digits().endsWith("0101")) {
            add("born-sex", born.digits(), record.sex().name());
        }
        for (String postcode : record.values(Field.POSTCODE)) {
            add("born-postcode", born.digits().substring(0, 4), postcode);
        }
        for (String place : record.values(Field.PLACE)) {
            add("born-place", born.digits(), place);
        }
        for (String street : record.values(Field.STREET)) {
            add("born-street", born.digits().substring(4), street);
        }
    }

    private void name(Profile record, Name name) {
        String forename = name.forenameSound();
        String surname = name.surnameSound();
        List<String> words = words(name);
        List<String> sounds = words.stream().map(Sound::of).distinct().toList();
        String initial = forename.isEmpty() ? "" : name.forename().substring(0, 1);
        pair("both", name.forename(), name.surname());
        pair("sounds", forename, surname);
        record.born().ifPresent(born -> {
            String digits = born.digits();
            for (String word : words) {
                pair("word-born", word, digits);
                pair("word-swapped", word, digits.substring(0, 4) + sorted(digits));
            }
            for (String sound : sounds) {
                pair("word-month", sound, digits.substring(0, 6));
                pair("word-day", sound, digits.substring(4));
                pair("word-year-end", sound, digits.substring(0, 4) + digits.substring(6));
            }
            pair("surname-year", surname, initial + digits.substring(0, 4));
            pair(
                    "forename-year",
                    forename,
                    (name.surname().isEmpty() ? "" : name.surname().substring(0, 1)) + digits.substring(0, 4));
        });
        for (String postcode : record.values(Field.POSTCODE)) {
            sounds.forEach(s -> pair("word-postcode", s, postcode));
            pair("initial-postcode", initial, postcode);
            pair("surname-district", surname, postcode.substring(0, Math.max(1, postcode.length() - 3)));
        }
        for (String place : record.values(Field.PLACE)) {
            sounds.forEach(s -> pair("word-place", s, place));
        }
        for (String street : record.values(Field.STREET)) {
            sounds.forEach(s -> pair("word-street", s, street));
        }
        for (String mother : record.values(Field.MOTHER)) {
            sounds.forEach(s -> pair("word-mother", s, mother));
        }
    }

    private static List<String> words(Name name) {
        TreeSet<String> words = new TreeSet<>(name.family());
        words.add(name.forename());
        words.add(name.surname());
        words.addAll(name.others());
        return words.stream().filter(w -> w.length() > 2).toList();
    }

    private static String sorted(String digits) {
        String month = digits.substring(4, 6);
        String day = digits.substring(6);
        return month.compareTo(day) < 0 ? month + day : day + month;
    }

    private void pair(String kind, String a, String b) {
        if (!a.isEmpty() && !b.isEmpty()) {
            add(kind, a, b);
        }
    }

    /** FNV-1a over the parts, then mixed as by SplittableRandom: the same on every machine. */
    private void add(String... parts) {
        long hash = 0xcbf29ce484222325L;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '|') * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        keys.add(hash ^ (hash >>> 27));
    }
}
