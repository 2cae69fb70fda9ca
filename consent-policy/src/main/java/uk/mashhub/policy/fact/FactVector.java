package uk.mashhub.policy.fact;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.mashhub.model.id.AgencyId;

/**
 * The value of every attribute of one question, and the owner of the item or of what is asked for: what a decision was made
 * on (ruling 16).
 * Immutable.
 */
public final class FactVector {
    /** The word by which {@link #words} names the owner. */
    public static final String OWNER = "owner";

    private static final int FAILED = -1;
    private static final int ABSENT = -2;
    private final int[] values;
    private final Optional<AgencyId> owner;

    private FactVector(int[] values, Optional<AgencyId> owner) {
        this.values = values;
        this.owner = owner;
    }

    /** Gathers values one by one. */
    public static final class Gathering {
        private final int[] values = new int[Attribute.values().length];
        private Optional<AgencyId> owner = Optional.empty();

        public Gathering() {
            Arrays.fill(values, ABSENT);
        }

        /** Sets a value by its word; a word outside the vocabulary counts as failed. */
        public Gathering put(Attribute attribute, String value) {
            int index = attribute.words().indexOf(value);
            values[attribute.ordinal()] = index < 0 ? FAILED : index;
            return this;
        }

        /** Sets a value of an enum. */
        public Gathering put(Attribute attribute, Enum<?> value) {
            return put(attribute, value.name());
        }

        /** Sets a yes-or-no fact. */
        public Gathering put(Attribute attribute, boolean value) {
            return put(attribute, value ? "yes" : "no");
        }

        /** Notes that a value could not be computed. */
        public Gathering failed(Attribute attribute) {
            values[attribute.ordinal()] = FAILED;
            return this;
        }

        /** Sets whose item it is, or who is asked; until then some agency that has no agreement of its own. */
        public Gathering owner(AgencyId agency) {
            owner = Optional.of(agency);
            return this;
        }

        public FactVector done() {
            return new FactVector(values.clone(), owner);
        }
    }

    /** Whose item it is, or who is asked; empty for any other question, or an agency that nobody has named. */
    public Optional<AgencyId> owner() {
        return owner;
    }

    /** Whether the value could be computed. */
    public boolean known(Attribute attribute) {
        return values[attribute.ordinal()] >= 0;
    }

    /** Whether every one of these could be computed. */
    public boolean known(Attribute[] attributes) {
        for (Attribute a : attributes) {
            if (values[a.ordinal()] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The place of the value among {@link Attribute#words()}; -1 where it could not be computed or was never asked for. */
    public int place(Attribute attribute) {
        return Math.max(values[attribute.ordinal()], -1);
    }

    /**
     * The place of the value among {@link Attribute#words()}.
     *
     * @throws FactFailed if it could not be computed or was never asked for
     */
    public int index(Attribute attribute) {
        if (!known(attribute)) {
            throw new FactFailed(attribute);
        }
        return values[attribute.ordinal()];
    }

    /** Whether a yes-or-no fact is yes; false where it could not be computed. */
    public boolean says(Attribute attribute) {
        return attribute.named() && values[attribute.ordinal()] == 1;
    }

    /**
     * Every value by the attribute's word, in the order of words, and {@code owner}; {@code failed} for what could not be
     * computed.
     */
    public SortedMap<String, String> words() {
        SortedMap<String, String> words = new TreeMap<>();
        for (Attribute a : Attribute.values()) {
            int value = values[a.ordinal()];
            if (value != ABSENT) {
                words.put(a.term(), value == FAILED ? "failed" : a.words().get(value));
            }
        }
        owner.ifPresent(o -> words.put(OWNER, o.value()));
        return Collections.unmodifiableSortedMap(words);
    }
}
