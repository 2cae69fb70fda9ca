package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.model.id.EnquiryId;

/**
 * What somebody looks for. Everything that is given must hold.
 *
 * @param keys HMACs of names, numbers, rules, records: a row is found that has all of them
 * @param enquiry the enquiries of a reference: one, or none if there is no such reference; empty if nobody asks
 * @param from the first instant, {@code to} the first instant after
 * @param after the row that the page before ended with
 */
public record LookupQuery(
        List<byte[]> keys,
        Optional<List<EnquiryId>> enquiry,
        Optional<String> entry,
        Optional<String> recipient,
        Optional<String> agent,
        List<String> acts,
        Optional<String> outcome,
        Optional<String> policy,
        Optional<LookupRow.Share> share,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Place> after) {

    /** Where a page ended. */
    public record Place(Instant at, UUID row) {}

    public LookupQuery {
        keys = List.copyOf(keys);
        Objects.requireNonNull(enquiry, "enquiry");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(agent, "agent");
        acts = List.copyOf(acts);
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(after, "after");
    }

    /** Whatever there is. */
    public static LookupQuery everything() {
        return new LookupQuery(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "LookupQuery[not shown]";
    }
}
