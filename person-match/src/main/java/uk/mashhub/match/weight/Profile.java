package uk.mashhub.match.weight;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.mashhub.match.text.Latin;
import uk.mashhub.match.text.Phones;
import uk.mashhub.model.vocabulary.Sex;

/** One record made ready for comparing. Personal data: it prints nothing. */
public final class Profile {
    private final String id;
    private final String source;
    private final List<Name> names;
    private final @Nullable Birth born;
    private final Sex sex;
    private final Map<Field, List<String>> values;
    private final boolean apart;
    private final int filled;

    private Profile(Builder builder) {
        this.id = builder.id;
        this.source = builder.source;
        this.names = List.copyOf(builder.names);
        this.born = builder.born;
        this.sex = builder.sex;
        this.values = builder.values;
        this.apart = builder.apart;
        this.filled =
                builder.values.keySet().stream().mapToInt(f -> 1 << f.ordinal()).sum();
    }

    /**
     * Begins a record.
     *
     * @param id unique among the records compared
     * @param source the system it comes from; empty if that is not known
     */
    public static Builder of(String id, String source) {
        return new Builder(id, source);
    }

    public String id() {
        return id;
    }

    public String source() {
        return source;
    }

    public List<Name> names() {
        return names;
    }

    public Optional<Birth> born() {
        return Optional.ofNullable(born);
    }

    public Sex sex() {
        return sex;
    }

    /** What it says in a field other than names, date of birth and sex: each value once. */
    public List<String> values(Field field) {
        return values.getOrDefault(field, List.of());
    }

    /** The fields in which {@link #values} says something: one bit for each, by its place. */
    int filled() {
        return filled;
    }

    /** Whether a statute keeps this record's person apart from all others: adoption, gender recognition, protection. */
    public boolean apart() {
        return apart;
    }

    /** Everything it says, for a digest of many records; nothing of it can be read back from that. */
    public byte[] forDigest() {
        String text = id
                + source
                + names.stream().map(Name::words).toList()
                + born().map(Birth::digits).orElse("")
                + sex
                + values;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Profile[not shown]";
    }

    /** Takes values in as a source writes them; blank ones are left out. */
    public static final class Builder {
        private final String id;
        private final String source;
        private final List<Name> names = new ArrayList<>();
        private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
        private @Nullable Birth born;
        private Sex sex = Sex.UNKNOWN;
        private boolean apart;

        private Builder(String id, String source) {
            this.id = id;
            this.source = source;
        }

        public Builder name(Name name) {
            if (!name.isEmpty()) {
                names.add(name);
            }
            return this;
        }

        public Builder born(Birth birth) {
            this.born = birth;
            return this;
        }

        public Builder sex(Sex recorded) {
            this.sex = recorded;
            return this;
        }

        /** A postcode; spaces and case do not matter. ZZ99 is nowhere (ODS default postcodes). */
        public Builder postcode(String raw) {
            String plain = raw.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
            return plain.startsWith("ZZ99") ? this : add(Field.POSTCODE, plain);
        }

        /** House and street; words are folded. */
        public Builder street(String raw) {
            return add(Field.STREET, String.join(" ", Latin.words(raw)));
        }

        public Builder phone(String raw) {
            Phones.number(raw).ifPresent(n -> add(Field.PHONE, n));
            return this;
        }

        public Builder email(String raw) {
            return add(Field.EMAIL, raw.trim().toLowerCase(Locale.ROOT));
        }

        /** Any other words: town, occupation, school, mother's name. */
        public Builder words(Field field, String raw) {
            return add(field, String.join(" ", Latin.words(raw)));
        }

        /** A number that has passed its check; a source's own number as {@code source|number}. */
        public Builder number(Field field, String value) {
            return add(field, value);
        }

        /** A statute keeps this record's person apart from all others. */
        public Builder keptApart() {
            this.apart = true;
            return this;
        }

        private Builder add(Field field, String value) {
            if (!value.isEmpty()) {
                List<String> before = values.getOrDefault(field, List.of());
                values.put(
                        field,
                        before.contains(value)
                                ? before
                                : Stream.concat(before.stream(), Stream.of(value))
                                        .toList());
            }
            return this;
        }

        public Profile build() {
            names.sort(Comparator.comparing(n -> String.join(" ", n.words())));
            return new Profile(this);
        }
    }
}
