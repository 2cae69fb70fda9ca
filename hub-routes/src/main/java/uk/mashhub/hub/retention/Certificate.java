package uk.mashhub.hub.retention;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.log.tree.Sha256;

/**
 * The texts of an erasure that the log commits to: the list that two people asked for, and what became of it. ASCII, one thing a
 * line, each line ended by a newline; ids, dates, counts and words of closed lists.
 */
public final class Certificate {
    private Certificate() {}

    /** The list as it is proposed and approved, in the order of the ids as they are written: databases and Java sort them otherwise. */
    public static byte[] list(List<Erasures.Item> items) {
        List<String> lines = new ArrayList<>(List.of("uk.mashhub.erasure-list.v1"));
        items.stream()
                .sorted(Comparator.comparing(i -> i.enquiry().toString()))
                .forEach(i -> lines.add("enquiry " + i.enquiry() + " " + i.schedule() + " " + i.dueOn()));
        return text(lines);
    }

    /** SHA-256 of the list. */
    static byte[] digest(List<Erasures.Item> items) {
        return Sha256.of(list(items));
    }

    /** What went, what stayed and why, and which keys were destroyed. */
    public static byte[] deletion(Erasures.Erasure erasure, List<Erasures.Item> items, List<Erasures.Key> keys) {
        List<String> lines = new ArrayList<>(List.of("uk.mashhub.erasure.v1", "erasure " + erasure.id()));
        for (Erasures.Item item : items) {
            lines.add("enquiry " + item.enquiry() + " " + item.state()
                    + (item.keptFor().isEmpty() ? " rows " + item.rows() : " " + item.keptFor()));
        }
        keys.forEach(k -> lines.add("key " + k.holder() + " epoch " + k.epoch() + (k.destroyed() ? " destroyed" : "")
                + (k.damaged() > 0 ? " damaged " + k.damaged() : "")));
        return text(lines);
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
