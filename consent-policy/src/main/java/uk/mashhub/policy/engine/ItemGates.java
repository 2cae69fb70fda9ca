package uk.mashhub.policy.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * The rules on items, compiled: a row of slots in the order of the gates, and a block of masks for each 64 of them. A
 * decision combines masks and walks the slots that are left. Immutable.
 */
final class ItemGates {
    private final Slot[] slots;
    private final Block[] blocks;
    private final Attribute[] read;

    /** The days on which duties start, in order. */
    private final LocalDate[] starts;

    /** By how many of those days have come: the slots that speak, by block. */
    private final long[][] inForce;

    private final Speakers speakers;

    ItemGates(RuleBook book) {
        this.slots = slots(book);
        this.blocks = IntStream.iterate(0, n -> n < slots.length, n -> n + Block.SIZE)
                .mapToObj(this::block)
                .toArray(Block[]::new);
        this.read = Arrays.stream(Attribute.values())
                .filter(a -> Arrays.stream(slots).anyMatch(s -> when(s).reads(a)))
                .toArray(Attribute[]::new);
        this.starts = Arrays.stream(slots)
                .flatMap(s -> start(s).stream())
                .distinct()
                .sorted()
                .toArray(LocalDate[]::new);
        this.inForce = new long[starts.length + 1][];
        List<Optional<Rule>> row = Arrays.stream(slots).map(Slot::rule).toList();
        inForce[0] = Speakers.bits(row, r -> r.inForceOn(LocalDate.MIN));
        for (int i = 0; i < starts.length; i++) {
            LocalDate day = starts[i];
            inForce[i + 1] = Speakers.bits(row, r -> r.inForceOn(day));
        }
        this.speakers = new Speakers(row);
    }

    private static Slot[] slots(RuleBook book) {
        List<Slot> slots = new ArrayList<>();
        for (Gate gate : Gate.forItems()) {
            book.of(gate).stream().map(Slot::of).forEach(slots::add);
            slots.add(Slot.endOf(gate));
        }
        slots.add(Slot.wording());
        return slots.toArray(Slot[]::new);
    }

    private Block block(int from) {
        int to = Math.min(from + Block.SIZE, slots.length);
        return new Block(Arrays.stream(slots, from, to).map(ItemGates::when).toList());
    }

    /** An end is always come to. */
    private static Box when(Slot slot) {
        return slot.rule().map(Rule::when).orElse(Box.ALL);
    }

    private static Optional<LocalDate> start(Slot slot) {
        return slot.rule().flatMap(Rule::startsOn);
    }

    /**
     * Puts an item through every gate, also when one has already silenced it: the log names all that applied.
     *
     * @param today duties that start later do not speak
     */
    Weighed weigh(FactVector facts, LocalDate today) {
        long[] force = inForce[started(today)];
        long[] owner = speakers.of(facts.owner());
        boolean doubts = !facts.known(read);
        long[] fired = new long[blocks.length];
        Weighing weighing = new Weighing();
        for (int b = 0; b < blocks.length; b++) {
            long possible = blocks[b].possible(facts) & force[b] & owner[b];
            long doubtful = doubts ? blocks[b].doubtful(facts) : 0;
            fired[b] = walk(weighing, b, possible, doubtful);
        }
        int end = slots.length - 1;
        if (weighing.settle(end, slots[end], facts.says(Attribute.OWNER_WORDING))) {
            fired[end / Block.SIZE] |= 1L << (end % Block.SIZE);
        }
        return weighing.done(slots, fired);
    }

    private long walk(Weighing weighing, int block, long possible, long doubtful) {
        long fired = possible;
        for (long left = possible; left != 0; left &= left - 1) {
            int n = Long.numberOfTrailingZeros(left);
            int slot = block * Block.SIZE + n;
            if (!weighing.come(slot, slots[slot], (doubtful >>> n & 1) == 1)) {
                fired &= ~(1L << n);
            }
        }
        return fired;
    }

    private int started(LocalDate today) {
        int started = 0;
        while (started < starts.length && !today.isBefore(starts[started])) {
            started++;
        }
        return started;
    }

    void digest(Digest digest) {
        for (Slot slot : slots) {
            digest.words(slot.id(), slot.kind().name(), slot.reason(), slot.law());
            digest.words(slot.rule().flatMap(Rule::agency).map(AgencyId::value).orElse(""));
            digest.numbers(slot.fields(), slot.rest());
        }
        for (Block block : blocks) {
            block.each(digest::numbers);
        }
        Arrays.stream(starts).forEach(s -> digest.words(s.toString()));
        Arrays.stream(inForce).forEach(digest::numbers);
    }
}
