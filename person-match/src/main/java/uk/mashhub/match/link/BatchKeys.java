package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.mashhub.match.text.Sound;
import uk.mashhub.match.weight.Birth;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;

/**
 * Under what a record is found in a batch: a union of keys, so that a slip in one field does not lose the pair. The keys
 * are hashes, kept in memory only; two values that fall together cost a comparison and nothing else. A key has 40 bits and
 * stands in the upper ones of its number, so that a record's place fits below it.
 */
final class BatchKeys {
    /** Below a key: the place of a record. */
    static final int PLACE_BITS = 24;

    private static final List<Field> NUMBERS =
            List.of(Field.NHS_NUMBER, Field.UPN, Field.PNC_ID, Field.CRN, Field.LOCAL_ID, Field.EMAIL, Field.PHONE);

    /** As many records may share a key that could be of one person: somebody whom many sources write down often. */
    private static final int MOST_OF_ONE_PERSON = 100;

    /** As many may share any other: a common name, a day of birth, a street. Those that matter share a closer key too. */
    private static final int MOST = 20;

    private long[] keys = new long[64];
    private int size;

    private BatchKeys() {}

    /** The keys of a record, ascending, each once. */
    static long[] of(Profile record) {
        BatchKeys made = new BatchKeys();
        NUMBERS.forEach(f -> record.values(f).forEach(v -> made.close(f.name(), v)));
        record.values(Field.EMAIL).forEach(v -> made.loose("local-part", v.split("@", -1)[0]));
        record.names().forEach(n -> made.name(record, n));
        record.born().ifPresent(b -> made.born(record, b));
        made.home(record);
        return Arrays.stream(made.keys, 0, made.size).sorted().distinct().toArray();
    }

    /** As many records may share a key; one that more share tells nobody apart and is left out. */
    static int most(long key) {
        return key < 0 ? MOST_OF_ONE_PERSON : MOST;
    }

    private void home(Profile record) {
        for (String street : record.values(Field.STREET)) {
            record.values(Field.POSTCODE).forEach(p -> loose("street-postcode", street, p));
            record.values(Field.PLACE).forEach(p -> loose("street-place", street, p));
        }
        for (String postcode : record.values(Field.POSTCODE)) {
            record.values(Field.PLACE).forEach(p -> loose("postcode-place", postcode, p));
        }
    }

    private void born(Profile record, Birth born) {
        if (!born.digits().endsWith("0101")) {
            loose("born-sex", born.digits(), record.sex().name());
        }
        for (String postcode : record.values(Field.POSTCODE)) {
            loose("born-postcode", born.digits().substring(0, 4), postcode);
        }
        for (String place : record.values(Field.PLACE)) {
            loose("born-place", born.digits(), place);
        }
        for (String street : record.values(Field.STREET)) {
            loose("born-street", born.digits().substring(4), street);
        }
    }

    private void name(Profile record, Name name) {
        String forename = name.forenameSound();
        String surname = name.surnameSound();
        List<String> words = words(name);
        List<String> sounds = words.stream().map(w -> sound(name, w)).distinct().toList();
        String initial = forename.isEmpty() ? "" : name.forename().substring(0, 1);
        loose("both", name.forename(), name.surname());
        loose("sounds", forename, surname);
        record.born().ifPresent(born -> {
            String digits = born.digits();
            String year = digits.substring(0, 4);
            String unordered = year + sorted(digits);
            for (String word : words) {
                close("word-born", word, digits);
                close("word-swapped", word, unordered);
            }
            for (String sound : sounds) {
                loose("word-month", sound, digits.substring(0, 6));
                loose("word-day", sound, digits.substring(4));
                loose("word-year-end", sound, year + digits.substring(6));
            }
            loose("surname-year", surname, initial + year);
            loose(
                    "forename-year",
                    forename,
                    (name.surname().isEmpty() ? "" : name.surname().substring(0, 1)) + year);
        });
        for (String postcode : record.values(Field.POSTCODE)) {
            sounds.forEach(s -> close("word-postcode", s, postcode));
            loose("initial-postcode", initial, postcode);
            loose("surname-district", surname, postcode.substring(0, Math.max(1, postcode.length() - 3)));
        }
        for (String place : record.values(Field.PLACE)) {
            sounds.forEach(s -> loose("word-place", s, place));
        }
        for (String street : record.values(Field.STREET)) {
            sounds.forEach(s -> loose("word-street", s, street));
        }
        for (String mother : record.values(Field.MOTHER)) {
            sounds.forEach(s -> close("word-mother", s, mother));
        }
    }

    private static List<String> words(Name name) {
        List<String> words = new ArrayList<>(name.family());
        words.add(name.forename());
        words.add(name.surname());
        words.addAll(name.others());
        return words.stream().filter(w -> w.length() > 2).distinct().toList();
    }

    private static String sound(Name name, String word) {
        return word.equals(name.forename())
                ? name.forenameSound()
                : word.equals(name.surname()) ? name.surnameSound() : Sound.of(word);
    }

    private static String sorted(String digits) {
        String month = digits.substring(4, 6);
        String day = digits.substring(6);
        return month.compareTo(day) < 0 ? month + day : day + month;
    }

    /** A key that two people seldom share. */
    private void close(String kind, String... parts) {
        add(kind, parts, Long.MIN_VALUE);
    }

    /** A key that many may share. */
    private void loose(String kind, String... parts) {
        add(kind, parts, 0);
    }

    /** FNV-1a over the parts, then mixed as by SplittableRandom: the same on every machine. None if a part is empty. */
    private void add(String kind, String[] parts, long sign) {
        long hash = fold(0xcbf29ce484222325L, kind);
        for (String part : parts) {
            if (part.isEmpty()) {
                return;
            }
            hash = fold(hash, part);
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = ((hash ^ (hash >>> 27)) << PLACE_BITS & Long.MAX_VALUE) | sign;
    }

    private static long fold(long before, String part) {
        long hash = before;
        for (int i = 0; i < part.length(); i++) {
            hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
        }
        return (hash ^ '|') * 0x100000001b3L;
    }
}
