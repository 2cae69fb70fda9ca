package uk.mashhub.hub.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.model.id.LinkId;

/**
 * Where a doubtful link stands among those that wait for a team. The first three follow from what the team is shown of the
 * enquiry and of the link, so that the place tells nothing else (law 5).
 *
 * @param done whether the enquiry is decided: its links come last
 * @param dueAt when the enquiry's rating wants it done
 * @param since when the link was found
 * @param nth among those found at once, the likeliest first
 * @param link random; keeps two apart of which all else is the same
 */
public record LinkPlace(boolean done, Instant dueAt, Instant since, int nth, LinkId link) {
    private static final String APART = "_";
    private static final String DONE = "done";
    private static final String OPEN = "open";

    public LinkPlace {
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(link, "link");
    }

    /** Reads {@link #toString}; empty if it is of another form. */
    public static Optional<LinkPlace> of(String text) {
        List<String> parts = List.of(text.split(APART, -1));
        if (parts.size() != 5 || !List.of(OPEN, DONE).contains(parts.get(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LinkPlace(
                    parts.get(0).equals(DONE),
                    Instant.parse(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    Integer.parseInt(parts.get(3)),
                    new LinkId(UUID.fromString(parts.get(4)))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As it stands in an address: a word, two times, a number and a random id. */
    @Override
    public String toString() {
        return String.join(
                APART, done ? DONE : OPEN, dueAt.toString(), since.toString(), Integer.toString(nth), link.toString());
    }
}
