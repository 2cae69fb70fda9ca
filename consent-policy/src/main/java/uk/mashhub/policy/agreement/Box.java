package uk.mashhub.policy.agreement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** A set of allowed values for each attribute: a box in the finite space of all situations. Immutable. */
public final class Box {
    /** Every situation. */
    public static final Box ALL = new Box(full());

    private final long[] masks;
    private final List<Attribute> read;

    private Box(long[] masks) {
        this.masks = masks;
        this.read = Arrays.stream(Attribute.values())
                .filter(a -> masks[a.ordinal()] != all(a))
                .toList();
    }

    private static long[] full() {
        return Arrays.stream(Attribute.values()).mapToLong(Box::all).toArray();
    }

    /** Every value of an attribute, as bits. */
    public static long all(Attribute attribute) {
        return -1L >>> (64 - attribute.words().size());
    }

    /** This box, narrowed in one attribute. Bit n stands for value n. */
    public Box with(Attribute attribute, long mask) {
        long[] narrowed = masks.clone();
        narrowed[attribute.ordinal()] &= mask;
        return new Box(narrowed);
    }

    /** What both boxes hold. */
    Box and(Box other) {
        long[] both = masks.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.masks[i];
        }
        return new Box(both);
    }

    /** The allowed values of an attribute. Bit n stands for value n. */
    public long mask(Attribute attribute) {
        return masks[attribute.ordinal()];
    }

    /** Whether some situation lies in both boxes. */
    public boolean meets(Box other) {
        return read.stream().allMatch(a -> (mask(a) & other.mask(a)) != 0) && !empty() && !other.empty();
    }

    /** Whether every situation of this box lies in the other. */
    public boolean within(Box other) {
        return other.read.stream().allMatch(a -> (mask(a) & ~other.mask(a)) == 0);
    }

    boolean empty() {
        return Arrays.stream(masks).anyMatch(m -> m == 0);
    }

    /** Whether an attribute matters to it. */
    public boolean reads(Attribute attribute) {
        return read.contains(attribute);
    }

    /** The attributes that matter to it. */
    public List<Attribute> attributes() {
        return read;
    }

    /** How many situations of a space it holds. */
    BigInteger volume(List<Attribute> space) {
        BigInteger volume = BigInteger.ONE;
        for (Attribute a : space) {
            volume = volume.multiply(BigInteger.valueOf(Long.bitCount(mask(a))));
        }
        return volume;
    }

    /** Whether a situation lies in a box, as far as its facts are known. */
    public enum Match {
        YES,
        NO,
        /** It hangs on a fact that could not be computed. */
        UNKNOWN
    }

    /** Whether a situation lies in it. */
    public Match match(FactVector facts) {
        boolean open = false;
        for (Attribute a : read) {
            if (!facts.known(a)) {
                open = true;
            } else if ((mask(a) >>> facts.index(a) & 1) == 0) {
                return Match.NO;
            }
        }
        return open ? Match.UNKNOWN : Match.YES;
    }

    /** Allowed values by attribute, both in order: the one spelling of this box. */
    public SortedMap<String, List<String>> words() {
        SortedMap<String, List<String>> words = new TreeMap<>();
        for (Attribute a : attributes()) {
            List<String> allowed = new ArrayList<>();
            for (int v = 0; v < a.words().size(); v++) {
                if ((mask(a) >>> v & 1) == 1) {
                    allowed.add(a.words().get(v));
                }
            }
            words.put(a.term(), allowed);
        }
        return words;
    }

    @Override
    public String toString() {
        return words().toString();
    }
}
